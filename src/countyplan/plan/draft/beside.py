"""What stands beside the targets, as far as it is settled: who answers, and what is promised."""

from __future__ import annotations

from countyplan.plan.draft.loose import Called, Label, Loose, Open
from countyplan.plan.draft.targets import DraftReading


class DraftUnit(Called):
    """A responsible unit."""

    id: str
    name: Open = None
    name_en: Open = None
    each_area: bool = False


class DraftResponsibility(Loose):
    """The units of a clause, in order."""

    clause: Label
    units: tuple[str, ...] = ()


class DraftResponsibilities(Loose):
    """`responsibilities.yaml`."""

    units: tuple[DraftUnit, ...] = ()
    clauses: tuple[DraftResponsibility, ...] = ()
    none_named: tuple[Label, ...] = ()


class DraftCommitment(Called):
    """What a clause promises without a number."""

    id: str
    name: Open = None
    name_en: Open = None
    clause: Label = None
    wording: Open = None
    due: Label = None


class DraftCommitments(Loose):
    """`commitments.yaml`, which a plan may have."""

    readings: tuple[DraftReading, ...] = ()
    commitments: tuple[DraftCommitment, ...] = ()
