"""Of which figure the row, the column and the sheet speak that cross at one place of a table in wide form."""

from __future__ import annotations

import itertools

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Subject
from countyplan.plan import TOTAL
from countyplan.quantity import Period, Unit
from countyplan.submission.table.find.context import Context
from countyplan.submission.table.headings import Headings
from countyplan.submission.table.wide.row_labels import Said
from countyplan.submission.words.basis import names_whole_year
from countyplan.submission.words.label import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """What row, column and sheet say together of one figure; empty where none of them says anything.

    `subjects` are whose figure it may be: of several areas, say, where the labels contradict each other.
    """

    indicator: str
    area: str
    period: Period | None
    unit: Unit | None
    contradicts: bool
    within_year: bool
    subjects: tuple[Subject, ...]


def spot_of(context: Context, headings: Headings, row: Said, header: list[Label]) -> Spot:
    """What the labels of a row below `headings`, and what the header says of a column, name together."""
    whole_table, context = context.area, context.without(headings.seen)
    said = [*row.labels, *header]
    indicators = list(dict.fromkeys(one.indicator for one in said if one.indicator is not None))
    areas = list(dict.fromkeys(one.area for one in said if one.area is not None))
    periods = {one.period for one in said if one.period is not None}
    units = list(dict.fromkeys(one.unit for one in said if one.unit is not None))
    period = next((one.period for one in said if one.period is not None), None if row.silent else context.period)
    within_year = period is not None and not period.is_year
    whole = any(names_whole_year(one.text) for one in header)
    if period is not None and period.is_year and not whole and context.unclear.get("period") == "part":
        # Under a title of half a year, 2024年 is half of that year, and 当年 no more.
        period = None
    elif period is not None and any(one.basis is not None for one in header):
        # 1-12月 and 累计 under 2024年12月 are the year; 1-12月 under 2024年6月 can be neither.
        period = Period.of_year(period.year) if period.closes_year else None if whole else period
    indicator = next(iter(indicators), "" if row.silent else context.indicator or "")
    area = next(iter(areas), "" if row.silent else context.area or "")
    ends = sorted({one.end for one in periods}) if len(periods) > 1 else [period.end if period else None]
    told = itertools.product(areas or [area], indicators or [indicator], ends)
    # An indicator's name may begin with another area than the one that the whole table is about.
    named = {one.area for one in said if one.area is not None and one.indicator is not None}
    return Spot(
        indicator=indicator,
        area=area,
        period=period,
        unit=next(iter(units), None),
        within_year=within_year,
        subjects=tuple(itertools.starmap(Subject, told)) if area and indicator else (),
        contradicts=any(len(found) > 1 for found in (indicators, areas, periods, units))
        # 合计 in one area's own table adds up its towns.
        or (areas == [TOTAL] and not {context.area, headings.area} <= {None, TOTAL})
        or (whole_table is not None and bool(named - {whole_table})),
    )
