"""What a plan promises without a number: `commitments.yaml`, which a plan may have."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.model import field, refused
from countyplan.plan.files.frozen import Frozen
from countyplan.plan.files.identity import Identity, Reading
from countyplan.plan.files.read import invalid
from countyplan.plan.files.values import ClauseNumber, Firmness, Id, Name, Number, Said, Year
from countyplan.quantity import Period
from countyplan.source import Node
from countyplan.source.yaml_tree import place_of

LONGEST_WORDING = 60


class Evidence(Frozen):
    """A kind of document that shows that a commitment is kept; our reading."""

    id: Id
    text: Said
    text_en: str = ""


class Commitment(Frozen):
    """Something that a clause promises, and whom it binds.

    `wording` holds the few words of the plan that it rests on. `units` is given where others answer for it than for its
    clause; empty, the text names nobody.
    """

    id: Id
    clause: ClauseNumber
    name: Said
    name_en: str = ""
    aliases: tuple[Name, ...] = ()
    wording: Annotated[str, field(min_length=1, max_length=LONGEST_WORDING, pattern=r"\S")]
    firmness: Firmness
    due: Year
    areas: Annotated[tuple[Name, ...], field(min_length=1)]
    units: tuple[Id, ...] | None = None
    evidence: Id
    readings: tuple[Id, ...] = ()

    def check(self) -> None:
        """It binds each area once."""
        if len(set(self.areas)) < len(self.areas):
            raise refused(Code.PLAN_VALUE_INVALID, "areas")


class CommitmentsFile(Frozen):
    """`commitments.yaml`. What is not begun when `begun_by` of its time has gone is late.

    Where a firm wording holds one of `soft_words`, a reading has to say why it is firm.
    """

    begun_by: Annotated[Number, field(gt=0, le=1)] = Decimal(1)
    soft_words: tuple[Name, ...] = ()
    readings: tuple[Reading, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True)
class BoundCommitment:
    """A commitment as it binds one area, or all of them as one."""

    commitment: Commitment
    area: str

    @property
    def due(self) -> Period:
        """The period by whose end it has to be kept."""
        return Period.of_year(self.commitment.due)


def lint_commitments(file: CommitmentsFile, identity: Identity, tree: Node) -> Iterator[Diagnostic]:
    """Firm commitments whose words only ask for an effort, due dates before the plan, readings that nothing rests on."""
    of_firmness = {reading.id for reading in file.readings if reading.on == "firmness"}
    for at, one in enumerate(file.commitments):
        if word := _softens(one, file.soft_words, of_firmness):
            place = place_of(tree, ("commitments", at, "firmness"))
            yield Diagnostic(Code.SOFT_WORDING, place, {"wording": one.wording, "word": word})
        if not identity.first <= one.due <= identity.last:
            detail = f"{identity.first} <= {one.due} <= {identity.last}"
            yield invalid(tree, ("commitments", at, "due"), detail)
    used = {reading for one in file.commitments for reading in one.readings}
    for at, reading in enumerate(file.readings):
        if reading.id not in used:
            yield Diagnostic(Code.READING_UNUSED, place_of(tree, ("readings", at, "id")), {"id": reading.id})


def _softens(one: Commitment, soft_words: tuple[str, ...], of_firmness: set[str]) -> str:
    """The word that makes a commitment less than firm although it says so without a reason; empty where there is none."""
    if one.firmness is not Firmness.FIRM or of_firmness & set(one.readings):
        return ""
    return next((word for word in soft_words if word in one.wording), "")
