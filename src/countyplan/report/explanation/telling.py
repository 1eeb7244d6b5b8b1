"""What the parts of the reasoning are told from."""

from __future__ import annotations

from decimal import Decimal

from countyplan.assess import Assessment
from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.report.row.row_model import Row
from countyplan.report.row.verdict_words import VerdictWords
from countyplan.report.words import numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What every part of the reasoning is told from."""

    plan: Plan
    texts: Texts
    assessment: Assessment
    as_of: Period
    said: VerdictWords
    row: Row


def short(value: Decimal) -> str:
    """A computed number without zeros at its end."""
    return numbers.digits(value.normalize())
