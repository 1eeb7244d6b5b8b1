"""A plan with one indicator, and figures for it: what every test of the judging starts from."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from countyplan.assess import Assessment, judge
from countyplan.assess.judge import Assessed
from countyplan.diagnostics import Place
from countyplan.figures import collect
from countyplan.plan import TOTAL, Comparator, Firmness, Kind, Plan, Target
from countyplan.plan.files.area import Area, Total
from countyplan.plan.files.component import Bounds, Component, Quotient
from countyplan.plan.files.goal import Goal
from countyplan.plan.files.identity import Clause, Cutoffs, Identity
from countyplan.plan.files.indicator import Indicator
from countyplan.plan.files.milestones import Milestone, MilestonesFile
from countyplan.plan.files.responsibilities import ResponsibilitiesFile, ResponsibleUnit
from countyplan.plan.files.targets import TargetsFile
from countyplan.quantity import Period, parse_period
from countyplan.submission import Basis, ReportedFigure, Submissions, read_submissions

ASKED = "asked"
COUNTIES = ("tonglu", "chunan", "jiande")
TODAY = Period.of_year(2040)


class Strict(BaseModel):
    """Data that refuses what it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Ask(Strict):
    """The one target of a plan. `low` and `high` are what is possible; `quotient` asks for urban over rural."""

    kind: Kind
    comparator: Comparator
    goal: Decimal | tuple[Decimal, Decimal]
    due: int = 2027
    unit: str
    tolerance: Decimal | None = None
    area: str = "tonglu"
    baseline: int = 2022
    low: Decimal | None = Decimal(0)
    high: Decimal | None = None
    whole_year: bool = False
    quotient: bool = False
    base: int | None = None
    firmness: Firmness = Firmness.FIRM


class MilestoneCase(Strict):
    """A goal for the end of one year."""

    year: int
    goal: Decimal


class FigureCase(Strict):
    """One reported figure, as the county typed it."""

    period: str
    value: str
    basis: str | None = None
    unit: str | None = None
    submitted: str | None = None
    indicator: str = ASKED


CUTOFFS = Cutoffs(
    ahead=Decimal("1.05"),
    on_track=Decimal("0.95"),
    behind=Decimal("0.60"),
    far_behind=Decimal(0),
    source="欧盟统计局",
    source_en="Eurostat",
)


def make_plan(ask: Ask, milestones: Iterable[MilestoneCase] = ()) -> Plan:
    """The plan that asks for this and nothing else."""
    indicator = Indicator(
        id=ASKED,
        name="所问指标",
        name_en="What is asked",
        unit=ask.unit,
        whole_year=ask.whole_year,
        bounds=Bounds(low=ask.low, high=ask.high),
        clause=1,
        kind=ask.kind,
        comparator=ask.comparator,
        tolerance=ask.tolerance,
        firmness=ask.firmness,
        due=ask.due,
        base=ask.base,
        quotient=Quotient(of="urban", by="rural") if ask.quotient else None,
        goals=(Goal(areas=(ask.area,), goal=ask.goal, wording="所问"),),
    )
    targets = TargetsFile(
        plan=_identity(ask),
        pace=CUTOFFS,
        areas=tuple(_area(area, f"33012{at}") for at, area in enumerate(COUNTIES)),
        total=Total(name="合计", name_en="Together"),
        clauses=(Clause(number=1, mark="一", chapter="章", title="题", title_en="Title"),),
        indicators=(indicator,),
        components=(
            Component(id="urban", name="城镇收入", name_en="Urban income", unit="元"),
            Component(id="rural", name="农村收入", name_en="Rural income", unit="元"),
        ),
    )
    units = ResponsibilitiesFile(units=(ResponsibleUnit(id="unit", name="局", name_en="Bureau"),), clauses=())
    dated = tuple(
        Milestone(indicator=ASKED, area=ask.area, year=one.year, goal=one.goal, source="要点") for one in milestones
    )
    return Plan(targets, units, MilestonesFile(milestones=dated))


def target_of(ask: Ask) -> Target:
    """The one target."""
    return make_plan(ask).targets[0]


def period(text: str) -> Period:
    """The period that `text` names."""
    found = parse_period(text)
    assert found is not None, text
    return found


def reported(
    when: str,
    value: Decimal | str | int,
    *,
    area: str = "tonglu",
    half_digit: Decimal | str = "0",
    basis: Basis | None = None,
    file: str = "report.yaml",
    line: int = 1,
    partial: bool = False,
) -> ReportedFigure:
    """A figure of what is asked, in the plan's unit."""
    amount = Decimal(value)
    return ReportedFigure(
        area=area,
        indicator=ASKED,
        period=period(when),
        value=amount,
        half_digit=Decimal(half_digit),
        basis=basis,
        written=format(amount, "f"),
        at=Place(file, line, 1),
        document=f"{file}#{line}",
        partial=partial,
    )


def judged(
    plan: Plan, figures: Iterable[ReportedFigure], as_of: str | None = None, *, carry_forward: bool = False
) -> Assessed:
    """The whole way from reported figures to verdicts."""
    submissions = Submissions(tuple(figures), frozenset(), (), ())
    collected = collect(submissions, plan, None if as_of is None else period(as_of), TODAY)
    return judge(plan, collected, plan.targets, carry_forward=carry_forward)


def assessed(
    ask: Ask,
    figures: Iterable[ReportedFigure],
    as_of: str | None = None,
    *,
    milestones: Iterable[MilestoneCase] = (),
    carry_forward: bool = False,
) -> Assessment:
    """The verdict on the one target."""
    judgement = judged(make_plan(ask, milestones), figures, as_of, carry_forward=carry_forward)
    (assessment,) = judgement.assessments
    return assessment


def submit(folder: Path, plan: Plan, figures: dict[str, tuple[FigureCase, ...]]) -> Submissions:
    """The figures written down as a county would, one YAML document for each, and read again."""
    names = {area: plan.called(area).name for area in plan.tree.order}
    documents = [_document(names[area], one) for area, several in figures.items() for one in several]
    path = folder / "report.yaml"
    path.write_text(yaml.safe_dump_all(documents, allow_unicode=True), encoding="utf-8")
    return read_submissions([path], plan) if documents else Submissions((), frozenset(), (), ())


def _document(area: str, one: FigureCase) -> dict[str, object]:
    told = {"value": one.value, "basis": one.basis, "unit": one.unit}
    head = {"area": area, "period": one.period}
    if one.submitted is not None:
        head["submitted"] = one.submitted
    return {**head, "figures": {one.indicator: {key: text for key, text in told.items() if text is not None}}}


def _identity(ask: Ask) -> Identity:
    return Identity(
        id="plan",
        version="1",
        title="方案",
        title_en="Plan",
        issuer="委",
        issuer_en="Commission",
        issued="2023-01-01",
        stage="in_force",
        baseline=ask.baseline,
        first=ask.baseline + 1,
        last=max(ask.due, ask.baseline + 1),
    )


def _area(area: str, code: str) -> Area:
    return Area(id=area, name=f"{area}县", name_en=area, code=code, government=f"{area}政府", government_en=area)


def total_ask(goal: str, comparator: Comparator = Comparator.MORE_THAN) -> Ask:
    """A number of projects that the counties have to bring together."""
    return Ask(kind=Kind.CUMULATIVE, comparator=comparator, goal=Decimal(goal), unit="个", area=TOTAL)
