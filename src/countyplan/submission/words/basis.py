"""On what basis a cumulative figure is reported, and the words for it."""

from __future__ import annotations

import re
from enum import StrEnum

from countyplan.plan import Names, squeeze


class Basis(StrEnum):
    """How a cumulative figure is reported: as a running total, or as what one year brought."""

    CUMULATIVE = "cumulative"
    ANNUAL = "annual"


# 1-12月, of single width and without spaces.
JANUARY_TO_DECEMBER = r"0?1[-—–~至到]12月"
# What a column is called that holds the whole of the year which its title, or the level above it, names.
_WHOLE_YEAR = ("全年", "全年数", "全年累计", "全年完成")
_YEAR_TO_DATE = ("本年累计", "本年累计数", "自年初累计", "年初至今累计", "本月止累计", "1-本月累计", "截至本月累计")
_ANNUAL = ("当年", "当年数", "当年完成", "当年完成数", "本年", "本年数", "本年完成", "本年完成数", "年度", "年度数")
_NAMES = Names(
    [
        (Basis.CUMULATIVE, ("cumulative", "累计", "累计数", "期初累计", "累计完成", "累计完成数")),
        (Basis.ANNUAL, ("annual", *_ANNUAL, *_YEAR_TO_DATE, *_WHOLE_YEAR)),
    ]
)

_ACHIEVED = r"(?:实际)?(?:完成|新增|实现|到位|建成)?(?:投资|资金|数|额|量|值)?(?:情况)?"
_OF_A_YEAR = re.compile(rf"(?:当年|本年度?|年度){_ACHIEVED}")
_SO_FAR = re.compile(rf"累计{_ACHIEVED}")
# What stands in a column that nobody knows, and makes of the figures beside it each year's own.
_A_SUM = re.compile(r"累计|以来|合计|总计|(?:19|20|21)\d\d年?[-—–~至到]+(?:19|20|21)\d\d")
# 其中新增2个 tells of a part of the figure.
_IN_A_NOTE = re.compile(r"^(?!.*[其含按]).*(?:当年|新增|全年完成|本年度?(?:完成|新增|发生|数))")
_A_YEARS_GOAL = re.compile(r"(?:本?年度|全年|当年|本年)(?:预期)?(?:目标|计划|任务)")
_SQUEEZED = frozenset(map(squeeze, _WHOLE_YEAR))
_ALL_MONTHS = re.compile(rf"{JANUARY_TO_DECEMBER}(?:累计|完成|累计完成)?数?")


def basis_name(basis: Basis) -> str:
    """What a basis is called in Chinese."""
    return _NAMES.of(basis)[1]


def basis_names(basis: Basis) -> tuple[str, ...]:
    """Everything that a basis may be called."""
    return _NAMES.of(basis)


def names_whole_year(text: str) -> bool:
    """Whether a header says that its column holds the whole year (全年, 1-12月), and not a part of it."""
    squeezed = squeeze(text)
    return squeezed in _SQUEEZED or _ALL_MONTHS.fullmatch(squeezed) is not None


def speaks_of_one_year(text: str) -> bool:
    """Whether a header speaks of a year's own goal, so that the outcomes beside it may be that year's own as well."""
    return _A_YEARS_GOAL.match(squeeze(text)) is not None


def speaks_of_a_sum(text: str) -> bool:
    """Whether a header speaks of what years add up to, so that figures beside it may be each year's own."""
    return _A_SUM.search(squeeze(text)) is not None


def is_noted_as_annual(note: str) -> bool:
    """Whether a note may say that its figure is a year's own."""
    return _IN_A_NOTE.search(note) is not None


def basis_of_header(text: str) -> Basis | None:
    """The basis that a header names, also with what it is of: 当年完成投资, 累计新增数."""
    squeezed = squeeze(text)
    if (named := find_basis(text)) is not None or not squeezed:
        return named
    if _OF_A_YEAR.fullmatch(squeezed) or names_whole_year(text):
        return Basis.ANNUAL
    return Basis.CUMULATIVE if _SO_FAR.fullmatch(squeezed) else None


def find_basis(text: str) -> Basis | None:
    """The basis that a cell or header names, or None."""
    found = _NAMES.find(text)
    return None if found is None else Basis(found)
