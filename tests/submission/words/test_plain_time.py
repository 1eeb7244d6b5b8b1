"""Times as people write them, as the grammar reads them."""

from __future__ import annotations

import pytest

from countyplan.submission.words.title.plain_time import plain_time


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("30September2024", "2024年9月"), ("September30,2024", "2024年9月"), ("Sep2024", "2024年9月"),
        ("2024-09-30", "2024年9月"), ("2024/9/30", "2024年9月"), ("2024年9月30号", "2024年9月"),
        # To the middle of a month only the month before is over.
        ("9月15日", "8月"), ("2025年1月15日", "2024年12月"), ("2024年12月30日", "2024年11月"), ("2024年2月29日", "2024年2月"),
        ("2024年1月-2024年9月", "2024年1-9月"), ("JanuarytoSeptember", "1-9月"), ("2024-Q2", "2024年4-6月"),
        ("firstthreequartersof2024", "2024年1-9月"), ("fullyear", "1-12月"),
        # 1月15日 of no year has no month before it in its year.
        ("1月15日", "1月"),
        ("Marketdata", "Marketdata"), ("Decisive", "Decisive"), ("", ""),
    ],
)  # fmt: skip
def test_a_time_in_the_plain_form(text: str, plain: str) -> None:
    assert plain_time(text) == plain
