"""Numbers, units of measure and periods: exact, and free of any plan."""

from countyplan.quantity.exact import Ratio, exact_arithmetic, plain_digits, raised, round_half_even
from countyplan.quantity.period import Period, parse_period
from countyplan.quantity.unit import Unit, Units, find_unit

__all__ = [
    "Period",
    "Ratio",
    "Unit",
    "Units",
    "exact_arithmetic",
    "find_unit",
    "parse_period",
    "plain_digits",
    "raised",
    "round_half_even",
]
