from __future__ import annotations

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.plan import Names, load_plan, shipped_plan, squeeze

NAMES = Names(
    [("gdp", ("地区生产总值（GDP）", "Gross regional product")), ("land", ("工业用地“标准地”供应比例", "GDP"))]
)

SHIPPED = load_plan(shipped_plan())[0].indicator_names


@pytest.mark.parametrize(
    ("written", "identity"),
    [
        ("地区生产总值（GDP）", "gdp"),
        ("地区生产总值(gdp)", "gdp"),
        ("　地区 生产总值（ＧＤＰ）\n", "gdp"),
        ("GROSS REGIONAL PRODUCT", "gdp"),
        ("grossregionalproduct", "gdp"),
        ('工业用地"标准地"供应比例', "land"),
        ("工业用地标准地供应比例", "land"),
        ("工业用地‘标准地’供应比例", "land"),
    ],
)
def test_width_case_spaces_and_quotes_make_no_difference(written: str, identity: str) -> None:
    assert NAMES.find(written) == identity


@pytest.mark.parametrize(
    "written", ["地区生产总质（GDP）", "地区生产总值", "工业用地供应比例", "Gross regional products", ""]
)
def test_a_near_miss_is_never_taken(written: str) -> None:
    assert NAMES.find(written) is None


def test_a_near_miss_is_suggested_as_it_is_written() -> None:
    assert NAMES.nearest("地区生产总质(GDP)") == "地区生产总值（GDP）"
    assert NAMES.nearest("完全不同的名称") is None


def test_a_suggestion_is_written_as_people_write_it_and_not_as_an_id() -> None:
    assert SHIPPED.nearest("GDPP") == "GDP"
    assert Names([("gdp", ("gdp", "GDP"))]).nearest("gdpp") == "GDP"
    assert Names([("gdp", ("GDP", "gdp"))]).nearest("gdpp") == "GDP"


def test_of_two_owners_the_first_keeps_the_name() -> None:
    assert Names([("a", ("名",)), ("b", ("名", "另名"))]).find("名") == "a"


def test_names_as_written() -> None:
    assert NAMES.written() == {"地区生产总值（GDP）", "Gross regional product", "工业用地“标准地”供应比例", "GDP"}


@given(st.sampled_from(sorted(SHIPPED.written())), st.integers(0, 12), st.integers(0, 4), st.text(max_size=4))
def test_the_nearest_is_looked_for_among_all_that_could_be_near(name: str, at: int, dropped: int, put: str) -> None:
    written = name[:at] + put + name[at + dropped :]
    near = difflib.get_close_matches(squeeze(written), {squeeze(one) for one in SHIPPED.written()}, n=2, cutoff=0.6)
    suggested = SHIPPED.nearest(written)
    assert suggested is None or squeeze(suggested) == near[0]
    if suggested is None and near:
        likeness = {difflib.SequenceMatcher(None, one, squeeze(written)).ratio() for one in near}
        assert len(written) > 60 or (len(near) == 2 and len(likeness) == 1)


@given(st.text())
def test_squeezing_twice_changes_nothing_more(text: str) -> None:
    once = squeeze(text)
    assert NAMES.find(text) == NAMES.find(f" “{text}” ")
    assert not any(char.isspace() for char in once)


@given(st.sampled_from(sorted(SHIPPED.written())), st.integers(0, 40))
def test_every_written_name_is_found_wherever_a_space_slips_in(name: str, at: int) -> None:
    assert SHIPPED.find(name[:at] + " 　" + name[at:]) == SHIPPED.find(name)
    assert SHIPPED.find(name) is not None
