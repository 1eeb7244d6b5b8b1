"""What a note says of its figure, where it says nothing else: another period, a unit, that it is a forecast."""

from __future__ import annotations

import re

from countyplan.quantity import Period, Unit, find_unit, parse_period
from countyplan.quantity.width import squeezed
from countyplan.submission.words.qualifier import Qualifier
from countyplan.submission.words.title_periods import names_part_of_year

_LONGEST = 20
_ONLY_A_PERIOD = re.compile(
    r"(?:数据)?(?:为|系|截[至止]到?|至)?(?P<period>(?:(?:19|20|21)\d\d年?)?"
    r"(?:第?[一二三四1-4]季度?|前[一二三两1-3]个?季度|[上下]?半年|\d{1,2}[-—–~至到]\d{1,2}月|\d{1,2}月|全年)?)"
    r"(?:末|底|累计|份|的)*(?:数据?|值|快报数?|初步数?)?"
)
_ONLY_A_FORECAST = re.compile(r"(?:为|系)?(?:预计|预测|预期)(?:数据?|值|完成数?)?")
_YEAR = re.compile(r"(?:19|20|21)\d\d")


def noted_otherwise(note: str, period: Period) -> bool:
    """Whether a note says that its figure is of another year than `period`, or of a part of it (1-9月数)."""
    plain = _plain(note)
    found = _ONLY_A_PERIOD.fullmatch(plain) if len(plain) <= _LONGEST else None
    if found is None or not found["period"]:
        return False
    year = _YEAR.match(found["period"])
    whole = parse_period(found["period"])
    if whole is not None and not whole.is_year:
        return whole.end != period.end
    within = names_part_of_year(found["period"][year.end() if year else 0 :].removeprefix("年"))
    return (year is not None and int(year[0]) != period.year) or (within and period.is_year)


def noted_unit(note: str) -> Unit | None:
    """The unit that a note consists of, or None."""
    plain = _plain(note).removeprefix("单位").removeprefix(":")
    unit = find_unit(plain) if plain and not plain.isdigit() else None
    return unit if unit is not None and unit.name else None


def noted_qualifiers(note: str) -> tuple[Qualifier, ...]:
    """That a figure is a forecast, where its note says nothing else."""
    return (Qualifier.FORECAST,) if _ONLY_A_FORECAST.fullmatch(_plain(note)) else ()


def _plain(note: str) -> str:
    return squeezed(note).strip("()。;")
