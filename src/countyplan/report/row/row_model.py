"""One row of the report as data: a target with its verdict in words, in numbers for machines, and as a chart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from decimal import Decimal
from typing import Final

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Place
from countyplan.plan.files.values import ClauseId
from countyplan.report.row.chart_model import Chart
from countyplan.report.words.waiver import ShownWaiver


@dataclass(slots=True, kw_only=True)
class MachineRow:
    """What a row says in numbers and ids, the same in every language. Numbers are decimal strings in the plan's unit."""

    target: Final[str]
    indicator: Final[str]
    area: Final[str]
    clause: Final[ClauseId]
    status: Final[str]
    comparator: Final[str]
    goal: Final[str | tuple[str, str]]
    unit: Final[str]
    due: Final[int]
    kind: Final[str]
    firmness: Final[str]
    wording: Final[str]
    responsible: Final[tuple[str, ...]]
    value: Final[str | None] = None
    period: Final[str | None] = None
    baseline: Final[tuple[str, str] | None] = None
    gap: Final[str | None] = None
    pace: Final[str | None] = None
    points_ahead: Final[str | None] = None
    time_progress: Final[str | None] = None
    progress: Final[str | None] = None
    expected: Final[str | None] = None
    amount: Final[str | None] = None
    per_year: Final[str | None] = None
    per_year_is_rate: Final[bool] = False
    times: Final[str | None] = None
    projection: Final[str | None] = None
    borderline: Final[bool] = False
    doubtful: Final[bool] = False
    missing_reason: Final[str | None] = None
    sources: Final[tuple[Place, ...]] = ()
    source_texts: Final[tuple[str, ...]] = ()
    readings: Final[tuple[str, ...]] = ()
    remarks: Final[tuple[str, ...]] = ()
    in_force: Final[str | None] = None
    set_by: Final[str | None] = None

    @property
    def key(self) -> tuple[str, str, int]:
        """By what its target is known: the ids of indicator and area, and the year it is due."""
        return self.target, self.area, self.due


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """What became of a row in a sentence, and the same for a place that names area and indicator itself.

    `value_then` is the figure of then with its period, empty where there was none.
    """

    told: str
    noted: str
    value_then: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """What became of a row since the period before.

    `kind` is `worse`, `better`, `new`, `not_comparable` or `same`, `status_then` the verdict of then, and `restated` whether
    a figure used then is another now. `words` puts it into words and `then` into the row of then for machines, once somebody
    shows them.
    """

    kind: str
    label: str
    status_then: str
    restated: bool
    words: Callable[[], ChangeWords] = field(compare=False)
    then: Callable[[], MachineRow] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Part:
    """A step of the reasoning behind a verdict."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a target under one name, which is also the name of the mark that stands for it in a chart."""

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Detail:
    """What only a page with room for it shows of a target: see `Row`."""

    facts: tuple[Fact, ...] = ()
    reasoning: tuple[Part, ...] = ()
    chart: Chart | None = None


@dataclass(slots=True, kw_only=True)
class Row:
    """A target with its verdict in words. `progress` and `time` are parts of the way and of the time, for a bar.

    `who` names the first of who answers for it, and how many there are, `who_lines` the same for a narrow column, and
    `units` all of them in a sentence. In a unit's
    sheet `part` says whether it leads or supports, empty where nobody is said to lead.
    `expected` is what was due by now, empty where that
    cannot be told. `schedule` tells how far the figure lies ahead of or behind what was due by now, and
    `schedule_short` the same with a sign.
    `pace` is for whoever works with p.


    `account` is the `reason` and `account_notes` are the `notes` for a page that is sent, without codes and places of
    findings; `whole_account` is both in one.

    `value_dated` is the figure with its `period`, both empty where there is none. `standing` tells in a line the goal with
    its due date, the figure with its period, and the gap. The numbers of `machine` are shown with as many decimals as
    `decimals` works out by their names; `unit` is that of the goal and the values, `gap_unit` that of the gap, `step_unit`
    that of what a year has to bring, empty where there is none. A `waiver` excuses the verdict and does not change it; the
    first of the `notes` tells of it. `firmness_mark` is set beside a goal that does not bind, and `borderline_mark` and
    `doubt_mark` beside a status that is borderline, or rests on a figure in doubt; else they are empty. `facts` tell its
    numbers in the order in which they are read, `reasoning` how they lead to the verdict; `chart` draws them, where there
    is a figure that compares with the goal; `detail` works all three out once somebody shows them. `hardness` tells how
    hard the goal is; it reads a file of reference, and so is asked only by who shows it.
    """

    machine: Final[MachineRow]
    area: Final[str]
    indicator: Final[str]
    goal: Final[str]
    value: Final[str]
    value_dated: Final[str]
    period: Final[str]
    gap: Final[str]
    status: Final[str]
    pace: Final[str]
    expected: Final[str]
    schedule: Final[str]
    schedule_short: Final[str]
    step: Final[str]
    step_times: Final[str]
    step_short: Final[str]
    step_details: Final[tuple[str, ...]]
    responsible: Final[tuple[str, ...]]
    who: Final[str]
    who_lines: Final[tuple[str, ...]]
    units: Final[str]
    reason: Final[str]
    notes: Final[tuple[str, ...]]
    account: Final[str]
    account_notes: Final[tuple[str, ...]]
    whole_account: Final[str]
    progress: Final[Decimal | None]
    time: Final[Decimal | None]
    due: Final[str]
    standing: Final[str]
    change: Final[RowChange | None]
    clause: Final[str]
    clause_mark: Final[str]
    firmness: Final[str]
    firmness_mark: Final[str]
    borderline_mark: Final[str]
    doubt_mark: Final[str]
    comparator: Final[str]
    unit: Final[str]
    gap_unit: Final[str]
    step_unit: Final[str]
    waiver: Final[ShownWaiver | None]
    part: Final[str] = ""
    detail: Final[Callable[[], Detail]] = field(default=Detail, compare=False)
    hardness: Final[Callable[[], tuple[str, ...]]] = field(default=tuple, compare=False)
    decimals: Final[Callable[[], Mapping[str, int]]] = field(default=dict, compare=False)

    def machine_once(self) -> MachineRow:
        """The same as `machine` for who goes through many rows once: what is worked out for it is not kept with the row."""
        return self.machine

    @property
    def places(self) -> Mapping[str, int]:
        """With how many decimals each number of `machine` is shown, by its name."""
        return self.decimals()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Its numbers in the order in which they are read."""
        return self.detail().facts

    @property
    def reasoning(self) -> tuple[Part, ...]:
        """How the numbers lead to the verdict."""
        return self.detail().reasoning

    @property
    def chart(self) -> Chart | None:
        """What draws it, None where no figure compares with the goal."""
        return self.detail().chart

    @property
    def marked_status(self) -> str:
        """The status, marked where it is borderline, where it rests on a figure in doubt, and where it is excused."""
        return f"{self.status}{self.marks}"

    @property
    def marks(self) -> str:
        """What the status is marked with, empty where it is certain and nothing excuses it."""
        return f"{self.borderline_mark}{self.doubt_mark}{self._waiver_mark}"

    @property
    def excused_status(self) -> str:
        """The status, marked where it is excused; for where the notes beside it tell that it is borderline."""
        return f"{self.status}{self._waiver_mark}"

    @property
    def _waiver_mark(self) -> str:
        return "" if self.waiver is None else self.waiver.mark

    @property
    def marked_goal(self) -> str:
        """The goal, marked where it does not bind."""
        return f"{self.goal}{self.firmness_mark}"
