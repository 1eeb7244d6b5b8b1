from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from countyplan.assess import GOOD, Assessment, Status
from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.plan import load_plan, shipped_plan
from countyplan.waivers.excuse import Excused, excuse
from countyplan.waivers.load import load_waivers

PLAN = load_plan(shipped_plan())[0]
TARGET = next(one for one in PLAN.targets if (one.indicator.id, one.area) == ("gdp", "tonglu"))
UNTIL = date(2026, 6, 30)


def excused(folder: Path, status: Status | None, today: date = UNTIL, codes: tuple[Code, ...] = ()) -> Excused:
    """What a waiver for one target and one for CP105 in `a.yaml` excuse where these stand so."""
    grant = f"reason: r, document: d, approver: a, until: {UNTIL}"
    text = f"waivers:\n  - {{target: gdp, area: tonglu, {grant}}}\n  - {{code: CP105, file: a.yaml, {grant}}}\n"
    (folder / "a.yaml").touch()
    (folder / "waivers.yaml").write_text(text, encoding="utf-8")
    waivers, found = load_waivers([folder / "waivers.yaml"], PLAN)
    assert found == []
    file = (folder / "a.yaml").as_posix()
    judged = [] if status is None else [Assessment(TARGET, status)]
    return excuse(waivers, judged, [Diagnostic(code, Place(file, 3, 1)) for code in codes], [file], today)


def told(found: Excused) -> list[tuple[str, int | None, int | None]]:
    return [(one.code.value, one.place.line, one.place.column) for one in found.diagnostics]


@pytest.mark.parametrize("status", [status for status in Status if status not in GOOD])
def test_a_target_that_is_behind_is_excused_and_answers_for_nothing(tmp_path: Path, status: Status) -> None:
    found = excused(tmp_path, status, codes=(Code.NOT_A_NUMBER,))
    assert told(found) == []
    waiver = found.waiver_of(TARGET)
    assert waiver is not None
    assert waiver.grant.until == UNTIL
    assert found.answerable([Assessment(TARGET, status)]) == ()
    assert list(found.findings.values()) != [waiver]


@pytest.mark.parametrize("status", GOOD)
def test_a_waiver_for_what_is_met_or_keeps_pace_is_told(tmp_path: Path, status: Status) -> None:
    found = excused(tmp_path, status, codes=(Code.NOT_A_NUMBER,))
    assert told(found) == [("CP412", 2, 14)]
    assert found.waiver_of(TARGET) is None
    assert found.answerable([Assessment(TARGET, status)]) == (Assessment(TARGET, status),)


def test_a_waiver_for_a_target_that_is_not_judged_is_not_spoken_of(tmp_path: Path) -> None:
    assert told(excused(tmp_path, None, codes=(Code.NOT_A_NUMBER,))) == []


def test_a_waiver_holds_through_its_last_day(tmp_path: Path) -> None:
    assert excused(tmp_path, Status.MISSED, UNTIL).waiver_of(TARGET) is not None
    over = excused(tmp_path, Status.MISSED, date(2026, 7, 1), (Code.NOT_A_NUMBER,))
    assert (over.targets, over.findings) == ({}, {})
    assert [code for code, _, _ in told(over)] == ["CP411", "CP411"]
    assert {one.words["until"] for one in over.diagnostics} == {"2026-06-30"}


def test_the_findings_of_one_code_in_one_file_are_excused(tmp_path: Path) -> None:
    found = excused(tmp_path, Status.MISSED, codes=(Code.NOT_A_NUMBER, Code.UNKNOWN_KEY))
    assert {one.code for one in found.findings} == {Code.NOT_A_NUMBER}


def test_a_waiver_for_a_finding_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert told(excused(tmp_path, Status.MISSED, codes=(Code.UNKNOWN_KEY,))) == [("CP413", 3, 12)]


def test_a_waiver_for_a_file_that_is_not_read_is_not_spoken_of(tmp_path: Path) -> None:
    excused(tmp_path, None)
    waivers, _ = load_waivers([tmp_path / "waivers.yaml"], PLAN)
    assert excuse(waivers, [], [], [], UNTIL).diagnostics == ()
