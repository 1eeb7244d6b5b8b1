from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.report.divided.file_name import file_stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("市教育局", "05-市教育局"),
        ("三县（市）合计", "05-三县（市）合计"),
        ("Culture, Radio, TV and Tourism Bureau", "05-Culture, Radio, TV and Tourism Bureau"),
        ("../../etc/passwd", "05-_.._etc_passwd"),
        (r"C:\x", "05-C_x"),
        ('a<b>|c?*"d', "05-a_b_c_d"),
        ("局. . ", "05-局"),
        ("a\u202eb\nc", "05-a_u202eb_nc"),
        ("NUL", "05-NUL"),
        ("", "05-"),
    ],
)
def test_a_name_keeps_what_every_system_takes(name: str, stem: str) -> None:
    assert file_stem("05", name) == stem


@given(st.text(max_size=400))
def test_no_name_leads_out_of_its_folder_or_is_too_long(name: str) -> None:
    stem = file_stem("05", name)
    assert stem.startswith("05-")
    assert not set(stem) & set('<>:"/\\|?*\0\n\r\t')
    assert stem == stem.rstrip(" .")
    assert len(stem.encode("utf-8")) <= 163


@pytest.mark.parametrize("char", ["局", "a", "𠀀"])
def test_a_long_name_is_cut_between_characters(char: str) -> None:
    assert set(file_stem("05", char * 300)) == {"0", "5", "-", char}
