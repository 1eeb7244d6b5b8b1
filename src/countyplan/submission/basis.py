"""On what basis a cumulative figure is reported, and the words for it."""

from __future__ import annotations

from enum import StrEnum

from countyplan.plan import Names, squeeze


class Basis(StrEnum):
    """How a cumulative figure is reported: as a running total, or as what one year brought."""

    CUMULATIVE = "cumulative"
    ANNUAL = "annual"


# What a column is called that holds the whole of the year which its title, or the level above it, names.
_WHOLE_YEAR = (
    *("全年", "全年数", "全年累计", "全年完成"),
    *(
        f"{january}{to}12月{what}"
        for january in ("1", "01")
        for to in "-—–~至到"
        for what in ("", "累计", "累计数", "完成")
    ),
)
_YEAR_TO_DATE = ("本年累计", "本年累计数", "自年初累计", "年初至今累计", "本月止累计", "1-本月累计", "截至本月累计")
_NAMES = Names(
    [
        (Basis.CUMULATIVE, ("cumulative", "累计", "累计数", "期初累计")),
        (Basis.ANNUAL, ("annual", "当年", "当年数", "本年", "本年数", "年度", "年度数", *_YEAR_TO_DATE, *_WHOLE_YEAR)),
    ]
)

_SQUEEZED = frozenset(map(squeeze, _WHOLE_YEAR))


def basis_name(basis: Basis) -> str:
    """What a basis is called in Chinese."""
    return _NAMES.of(basis)[1]


def basis_names(basis: Basis) -> tuple[str, ...]:
    """Everything that a basis may be called."""
    return _NAMES.of(basis)


def names_whole_year(text: str) -> bool:
    """Whether a header says that its column holds the whole year (全年, 1-12月), and not a part of it."""
    return squeeze(text) in _SQUEEZED


def find_basis(text: str) -> Basis | None:
    """The basis that a cell or header names, or None."""
    found = _NAMES.find(text)
    return None if found is None else Basis(found)
