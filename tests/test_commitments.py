"""How a commitment stands by what is reported of it."""

from __future__ import annotations

import pytest

from countyplan.commitments import Standing, latest_period, stand
from countyplan.diagnostics import Place
from countyplan.plan import load_plan, shipped_plan
from countyplan.quantity import Period, parse_period
from countyplan.submission.record.commitment import ReportedCommitment, State
from countyplan.submission.record.proof import Proof, ProofKind

PLAN = load_plan(shipped_plan())[0]
[HOSPITAL] = [one for one in PLAN.commitments if (one.commitment.id, one.area) == ("grade_3a_hospital", "tonglu")]
[PROJECTS] = [one for one in PLAN.commitments if one.commitment.id == "key_projects_under_way"]
PROOF = Proof(ProofKind.DOCUMENT, "虚构〔2024〕1号")


def at(text: str) -> Period:
    found = parse_period(text)
    assert found is not None
    return found


def said(state: State, period: str = "2024", *proofs: Proof, bound: object = HOSPITAL) -> ReportedCommitment:
    one = HOSPITAL if bound is HOSPITAL else PROJECTS
    return ReportedCommitment(one.commitment.id, one.area, at(period), state, Place("x.yaml", 1), proofs=proofs)


@pytest.mark.parametrize(
    ("state", "proofs", "as_of", "expected"),
    [
        (State.DONE, (PROOF,), "2024", Standing.DONE),
        (State.DONE, (), "2024", Standing.DONE_WITHOUT_EVIDENCE),
        (State.DONE, (), "2027", Standing.DONE_WITHOUT_EVIDENCE),
        (State.UNDER_WAY, (PROOF,), "2024", Standing.UNDER_WAY),
        (State.UNDER_WAY, (), "2027-Q3", Standing.UNDER_WAY),
        (State.UNDER_WAY, (), "2027", Standing.OVERDUE),
        (State.NOT_BEGUN, (), "2024", Standing.NOT_BEGUN),
        (State.NOT_BEGUN, (), "2025-Q1", Standing.NOT_BEGUN),  # 27 of 60 months: 0.45
        (State.NOT_BEGUN, (), "2025-Q2", Standing.NOT_BEGUN_LATE),  # 30 of 60 months: 0.50
        (State.NOT_BEGUN, (), "2027", Standing.OVERDUE),
        (State.DROPPED, (), "2024", Standing.DROPPED),
        (State.DROPPED, (PROOF,), "2027", Standing.DROPPED),
    ],
)
def test_a_report_is_judged_only_as_far_as_it_goes(
    state: State, proofs: tuple[Proof, ...], as_of: str, expected: Standing
) -> None:
    [one] = stand(PLAN, [said(state, "2024", *proofs)], [HOSPITAL], at(as_of))
    assert one.standing is expected


def test_what_is_due_earlier_is_late_earlier() -> None:
    """Due at the end of 2025, 36 months: at the end of 2024, 24 of them, 0.67, have gone."""
    [one] = stand(PLAN, [said(State.NOT_BEGUN, bound=PROJECTS)], [PROJECTS], at("2024"))
    assert one.standing is Standing.NOT_BEGUN_LATE


def test_nothing_said_is_not_reported_and_no_verdict() -> None:
    [one] = stand(PLAN, [], [HOSPITAL], at("2027"))
    assert (one.standing, one.reported, one.proofs) == (Standing.NOT_REPORTED, None, ())


def test_the_latest_report_counts_and_none_from_after_the_time_of_judging() -> None:
    reports = [said(State.DONE, "2025", PROOF), said(State.UNDER_WAY, "2024"), said(State.NOT_BEGUN, "2023")]
    for as_of, expected in (("2023", Standing.NOT_BEGUN), ("2024", Standing.UNDER_WAY), ("2026", Standing.DONE)):
        [one] = stand(PLAN, reports, [HOSPITAL], at(as_of))
        assert one.standing is expected


def test_evidence_that_was_named_once_need_not_be_named_again() -> None:
    [one] = stand(PLAN, [said(State.DONE, "2023", PROOF), said(State.DONE, "2024")], [HOSPITAL], at("2024"))
    assert (one.standing, one.proofs) == (Standing.DONE, (PROOF,))


def test_what_had_been_done_and_no_longer_is_says_so() -> None:
    [one] = stand(PLAN, [said(State.DONE, "2023", PROOF), said(State.UNDER_WAY, "2024")], [HOSPITAL], at("2024"))
    assert one.standing is Standing.UNDER_WAY
    assert one.was_done is not None
    assert str(one.was_done.period) == "2023"


def test_how_it_stood_before_is_judged_by_what_was_known_then() -> None:
    reports = [said(State.NOT_BEGUN, "2023"), said(State.UNDER_WAY, "2024")]
    [one] = stand(PLAN, reports, [HOSPITAL], at("2024"), at("2023"))
    assert (one.standing, one.earlier) == (Standing.UNDER_WAY, Standing.NOT_BEGUN)


def test_the_latest_period_is_that_of_the_latest_report() -> None:
    assert latest_period([]) is None
    assert latest_period([said(State.DONE, "2023"), said(State.DONE, "2024-Q2")]) == at("2024-Q2")
