"""Each value that is told has its words: a sentence's name that is put together from one is not left to chance."""

from __future__ import annotations

from enum import StrEnum

import pytest

from countyplan.assess import Change, NoPace, Remark, Status
from countyplan.diagnostics import Severity
from countyplan.language import Language, Texts
from countyplan.plan import Comparator, Firmness, Kind
from countyplan.quantity.period import Span

TOLD: dict[type[StrEnum], tuple[str, ...]] = {
    Change: ("change",),
    Comparator: ("goal", "comparator", "compare"),
    Firmness: ("firmness", "commitment.firmness"),
    Kind: ("kind",),
    NoPace: ("reason.no_pace",),
    Remark: ("remark",),
    Severity: ("severity",),
    Span: ("period", "period.end"),
    Status: ("status",),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", TOLD, ids=lambda kind: kind.__name__)
def test_every_value_has_its_words(kind: type[StrEnum], language: Language) -> None:
    texts = Texts(language)
    assert [f"{name}.{one}" for name in TOLD[kind] for one in kind if not texts.knows(f"{name}.{one}")] == []
