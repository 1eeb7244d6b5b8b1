from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from countyplan.diagnostics import Code, Diagnostic, Severity, entry, example, message
from countyplan.language import Language, Texts
from countyplan.plan import Plan, load_plan, shipped_plan
from countyplan.waivers.load import Waiver, load_waivers

GRANT = "    reason: 虚构\n    document: 虚构〔2025〕1号\n    approver: 虚构部门\n    until: 2026-12-31\n"
GOOD = f"waivers:\n  - target: GDP\n    area: '330122'\n{GRANT}  - code: cp105\n    file: figures.yaml\n{GRANT}"
ERRORS = [
    code for code in Code if code.name.startswith("WAIVER_") and entry(code).severity is Severity.ERROR
]  # fmt: skip


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load_plan(shipped_plan())[0]


def load(text: str | bytes, folder: Path, plan: Plan) -> tuple[tuple[Waiver, ...], list[Diagnostic]]:
    for name in ("figures.yaml", "example.yaml"):
        (folder / name).touch()
    data = text if isinstance(text, bytes) else text.encode()
    (folder / "waivers.yaml").write_bytes(data)
    return load_waivers([folder / "waivers.yaml"], plan)


def where(found: list[Diagnostic]) -> list[tuple[str, int | None, int | None]]:
    return [(one.code.value, one.place.line, one.place.column) for one in found]


def test_a_waiver_names_its_target_and_its_area_by_any_name(plan: Plan, tmp_path: Path) -> None:
    waivers, found = load(GOOD, tmp_path, plan)
    assert found == []
    assert [str(waiver.subject) for waiver in waivers] == [
        "OneTarget(indicator='gdp', area='tonglu')",
        f"OneCode(code={Code.NOT_A_NUMBER!r}, file={str((tmp_path / 'figures.yaml').resolve())!r})",
    ]
    assert (waivers[0].grant.document, str(waivers[0].grant.until)) == ("虚构〔2025〕1号", "2026-12-31")
    assert (waivers[0].place.line, waivers[0].place.column) == (2, 13)


def test_a_path_may_be_written_as_on_windows(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "county").mkdir()
    (tmp_path / "county" / "2024.yaml").touch()
    waivers, found = load(f"waivers:\n  - code: CP105\n    file: county\\2024.yaml\n{GRANT}", tmp_path, plan)
    assert found == []
    assert [str((tmp_path / "county" / "2024.yaml").resolve()) in str(one.subject) for one in waivers] == [True]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_a_file_of_waivers_may_be_encoded_as_a_submission_may(plan: Plan, tmp_path: Path, encoding: str) -> None:
    text = f"waivers:\n  - target: 地区生产总值\n    area: 桐庐县\n{GRANT}"
    assert [where(found) for _, found in [load(text.encode(encoding), tmp_path, plan)]] == [[]]


@pytest.mark.parametrize("code", ERRORS)
def test_an_example_of_the_catalogue_has_its_finding_before_and_not_after(
    code: Code, plan: Plan, tmp_path: Path
) -> None:
    _, before = load(example(code).before, tmp_path, plan)
    assert code in {one.code for one in before}
    waivers, after = load(example(code).after, tmp_path, plan)
    assert after == []
    assert len(waivers) == 1
    for language in Language:
        for one in before:
            said, _ = message(one.code, one.words, Texts(language))
            assert "{" not in said.replace("[{target: …, area: …}]", "")
            assert all(one.words[name] for name in one.words.keys() - {"near"})


def test_every_fault_is_told_at_its_place_and_the_sound_waivers_stand(plan: Plan, tmp_path: Path) -> None:
    text = f"""waivers:
  - target: 地区生产总直
    area: 桐芦县
{GRANT}  - target: GDP
    area: tonglu
    reason: ""
    document: [一, 二]
    until: 31.12.2026
    note: x
  - just text
  - target: GDP
    area: 建德市
{GRANT}more: 1
"""
    waivers, found = load(text, tmp_path, plan)
    assert [str(one.subject) for one in waivers] == ["OneTarget(indicator='gdp', area='jiande')"]
    assert sorted(where(found)) == [
        ("CP401", 13, 5), ("CP401", 21, 1), ("CP402", 8, 5), ("CP402", 10, 13),
        ("CP403", 11, 15), ("CP403", 14, 5), ("CP404", 12, 12), ("CP405", 2, 13), ("CP406", 3, 11),
    ]  # fmt: skip
    assert {one.words["near"] for one in found if one.code is Code.WAIVER_TARGET_UNKNOWN} == {"地区生产总值"}


def test_what_yaml_itself_refuses_is_refused_here(plan: Plan, tmp_path: Path) -> None:
    for text, code in (
        ("waivers: [", "CP008"), ("waivers: &a []", "CP009"), ("waivers: []\nwaivers: []\n", "CP010"), ("", "CP012"),
    ):  # fmt: skip
        assert [one[0] for one in where(load(text, tmp_path, plan)[1])] == [code]


@pytest.mark.parametrize("text", ["waivers:\n", "waivers: []\n", "waivers:\n#  - target: GDP\n"])
def test_a_file_may_hold_no_waiver(plan: Plan, tmp_path: Path, text: str) -> None:
    assert load(text, tmp_path, plan) == ((), [])


def test_a_key_that_stands_twice_in_a_waiver_is_a_finding(plan: Plan, tmp_path: Path) -> None:
    assert where(load(GOOD.replace("    area:", "    target: 常住人口城镇化率\n    area:"), tmp_path, plan)[1]) == [
        ("CP010", 3, 5)
    ]


@pytest.mark.parametrize("until", ["2026-02-30", "20261231", "2026-W01-1", "2026-6-30", "２０２６-12-31", "1700000000"])
def test_a_day_is_a_day_of_the_calendar_in_one_writing(plan: Plan, tmp_path: Path, until: str) -> None:
    assert {one[0] for one in where(load(GOOD.replace("2026-12-31", until), tmp_path, plan)[1])} == {"CP404"}


@pytest.mark.parametrize("code", ["CP301", "CP401", "CP421", "CP1", "E501"])
def test_only_what_a_submission_does_wrong_can_be_waived(plan: Plan, tmp_path: Path, code: str) -> None:
    assert where(load(GOOD.replace("cp105", code), tmp_path, plan)[1]) == [("CP408", 8, 11)]


@pytest.mark.parametrize("file", ["nowhere.yaml", ".", '"a\\0b"', "x" * 5000])
def test_a_file_that_is_not_there_is_told(plan: Plan, tmp_path: Path, file: str) -> None:
    assert where(load(GOOD.replace("figures.yaml", file), tmp_path, plan)[1]) == [("CP409", 9, 11)]


def test_the_first_of_two_waivers_for_the_same_stands_also_in_another_file(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "waivers.yaml").write_text(
        f"waivers:\n  - target: 地区生产总值\n    area: 桐庐县\n{GRANT}".replace("1号", "2号"), encoding="utf-8"
    )
    load(GOOD, tmp_path, plan)
    waivers, found = load_waivers([tmp_path / "waivers.yaml", tmp_path / "inner" / "waivers.yaml"], plan)
    assert [one.grant.document for one in waivers] == ["虚构〔2025〕1号"] * 2
    assert where(found) == [("CP410", 2, 13)]
    assert found[0].words["first"] == str(waivers[0].place)


def test_the_examples_say_that_their_figures_and_documents_are_made_up() -> None:
    for code in ERRORS:
        assert "虚构" in yaml.safe_dump(yaml.safe_load(example(code).after), allow_unicode=True)
