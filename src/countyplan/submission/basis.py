"""On what basis a cumulative figure is reported, and the words for it."""

from __future__ import annotations

from enum import StrEnum

from countyplan.plan import Names


class Basis(StrEnum):
    """How a cumulative figure is reported: as a running total, or as what one year brought."""

    CUMULATIVE = "cumulative"
    ANNUAL = "annual"


_NAMES = Names(
    [
        (Basis.CUMULATIVE, ("cumulative", "累计", "累计数", "期初累计")),
        (Basis.ANNUAL, ("annual", "当年", "当年数", "本年", "本年数", "全年", "全年数", "年度", "年度数")),
    ]
)


def basis_name(basis: Basis) -> str:
    """What a basis is called in Chinese."""
    return _NAMES.of(basis)[1]


def basis_names(basis: Basis) -> tuple[str, ...]:
    """Everything that a basis may be called."""
    return _NAMES.of(basis)


def find_basis(text: str) -> Basis | None:
    """The basis that a cell or header names, or None."""
    found = _NAMES.find(text)
    return None if found is None else Basis(found)
