"""A request as data, ready to be set."""

from __future__ import annotations

from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.language.texts import begun


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked: what it is about, how it stands, what is to be done, in what part, and by when.

    It is `shared` where several answer for it and nobody is said to lead.
    """

    subject: str
    standing: str
    wanted: str
    part: str
    due: str
    shared: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        """Its cells, under the headers of a request, each as a sentence begins."""
        return tuple(map(begun, (self.subject, self.standing, self.wanted, self.part, self.due)))


@dataclass(frozen=True, slots=True)
class SlipFigure:
    """A figure that is asked for; `period` is empty where the latest is wanted, whichever that is.

    `unit` is the unit as a table is to have it, and `unit_told` as it is told on paper.
    """

    area: str
    period: str
    indicator: str
    unit: str
    unit_told: str
    basis: str

    @property
    def told(self) -> tuple[str, ...]:
        """The same cells as they stand on paper."""
        return (self.area, self.period, self.indicator, "", self.unit_told, self.basis, "", "")

    @property
    def cells(self) -> tuple[str, ...]:
        """Its cells under the headers of the slip: value, source and note are to be filled in."""
        return (self.area, self.period, self.indicator, "", self.unit, self.basis, "", "")


@dataclass(frozen=True, slots=True)
class SlipPromise:
    """A commitment whose state is asked for, and what would show that it is kept."""

    area: str
    period: str
    name: str
    evidence: str

    @property
    def cells(self) -> tuple[str, ...]:
        """Its cells under the headers of the slip: state, day, evidence and who says so are to be filled in."""
        return (self.area, self.period, self.name, "", "", "", "", "", self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplySlip:
    """What is to be filled in and sent back: tables that are read like any submission, and lines for who fills it in."""

    heading: str
    how: tuple[str, ...]
    figure_headers: tuple[str, ...]
    figures: tuple[SlipFigure, ...]
    promise_headers: tuple[str, ...]
    promises: tuple[SlipPromise, ...]
    states: tuple[str, ...]
    filing_heading: str
    filing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A request to one unit. `lines` stand before what is asked, `closing` behind it.

    `notes` say in small type who the several units are that a clause names; `seal` is where who asks signs, on `day`.
    """

    texts: Texts
    stem: str
    title: str
    addressee: str
    lines: tuple[str, ...]
    headers: tuple[str, ...]
    asks: tuple[Ask, ...]
    notes: tuple[str, ...]
    closing: tuple[str, ...]
    seal: str
    day: str
    slip: ReplySlip
    made_on: str
