"""Tables of plans: by what they are known, and which of their years hold goals and no outcomes, whether over or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Plan
from countyplan.quantity.width import squeezed
from countyplan.submission.cell import Entry, who_reports
from countyplan.submission.grid import Grid
from countyplan.submission.table.find.layout import LongLayout, WideLayout
from countyplan.submission.words.basis import TO
from countyplan.submission.words.fields import Field
from countyplan.submission.words.label import read_label
from countyplan.submission.words.nature import says_goal
from countyplan.submission.words.number import Amount, parse_amount
from countyplan.submission.words.qualifier import Qualifier
from countyplan.submission.words.vocabulary import five_year_plans, form, one_of

_BEHIND_IT = rf"(?:{one_of('indicator_named')}|{one_of('goal')})?[)\]】〕]?"
_PROPERTY = form(rf"[(\[【〔]?{one_of('goal_property')}{_BEHIND_IT}")
# 约束 is one only below 属性.
_PROPERTY_HEADED = form(rf"[(\[【〔]?{one_of('goal_property', 'goal_property_headed')}{_BEHIND_IT}")
_GOAL_SUM = form(one_of("goal_sum"))
_YEARLY = form(one_of("yearly_average"))
_OF_A_PLAN = form(one_of("plan_title"))
_QUALITY = form(one_of("a_quality"))
_REVIEW = form(one_of("review"))
_YEARS = form(rf"(?:19|20|21)\d\d{one_of('year')}?{TO}+(?P<last>(?:19|20|21)\d\d)")
_BOUNDS = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.AT_MOST, Qualifier.LESS_THAN})
_A_YEAR = form(rf"(?:19|20|21)\d\d{one_of('year')}")
# How far a plan looks ahead at least: years that lie closer are a series.
AHEAD = 3
_PLAN_YEARS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTable:
    """By what a table is known as a plan's.

    `certain` if its own cells say so and not its title alone; `end` is the plan's last year as far as the title tells,
    `review` that the table tells how the plan was kept so far, `goals` that columns say themselves that they hold goals, and
    `titled` that the title which names a year is that of a plan.
    """

    evidence: str
    certain: bool
    end: int | None
    review: bool
    goals: bool
    titled: bool

    def goal_years(self, years: set[int], titled: int | None) -> set[int]:
        """Which of the years that say no more than that are goals; `titled` is the year that the titles are about."""
        if self.goals or not years:
            return set()
        last, series = max(years), len(years) > 2 and max(years) - min(years) == len(years) - 1
        if self.review:
            # What tells how a plan was kept tells outcomes, up to the year that it is about.
            until = self.end if self.end is not None else None if titled == last or series else last
            return set() if until is None or (series and not self.certain) else {one for one in years if one >= until}
        if self.titled and titled in years:
            return {one for one in years if one >= titled}
        if self.end is not None:
            after = self.end - _PLAN_YEARS if last >= self.end or self.certain else last
            return {one for one in years if one > after}
        if self.certain:
            return years - {min(years)} if len(years) > 1 else years
        # A base year beside a goal year, and no more.
        return {last} if len(years) == 2 and last - min(years) >= AHEAD else set()


def plan_table(grid: Grid, plan: Plan, layout: LongLayout | WideLayout) -> PlanTable | None:
    """What gives away that a table is a plan's, or None."""
    headers = range(layout.header, layout.header + 1) if isinstance(layout, LongLayout) else layout.headers
    start = headers.start if len(headers) else layout.end if isinstance(layout, LongLayout) else layout.first
    titles = [grid.name, *_texts(grid, range(start))]
    told, cells = list(_texts(grid, headers)), list(_texts(grid, range(start, layout.end)))
    words = _PROPERTY_HEADED if any(_QUALITY.search(text) for text in told) else _PROPERTY
    sure = next((text for text in dict.fromkeys(cells) if not text[0].isdigit() and _gives_away(text, words)), None)
    of_plan = next((text for text in titles if _OF_A_PLAN.search(text) or _plan_named(text) is not None), None)
    yearly = next((text for text in told if _YEARLY.search(text)), None)
    evidence = sure or of_plan or yearly
    if evidence is None:
        return None
    ends = [end for text in titles if (end := _end_of(text, planned=of_plan is not None)) is not None]
    review = any(_REVIEW.search(text) for text in (*titles, *told))
    goals = any(_of_goals(text, plan) for text in told)
    titled = of_plan is not None and any(_A_YEAR.search(text) for text in titles)
    return PlanTable(
        evidence=evidence,
        certain=sure is not None,
        end=max(ends, default=None),
        review=review,
        goals=goals,
        titled=titled,
    )


def _of_goals(header: str, plan: Plan) -> bool:
    """Whether a header says that its column holds goals, and not of what quality they are (目标性质)."""
    return says_goal(header) and not _QUALITY.search(header) and not read_label(header, plan).understood


def _gives_away(text: str, words: re.Pattern[str]) -> bool:
    """Whether a cell says that it is of a plan, by `words` of what quality goals are (预期性) or as a sum (〔累计〕)."""
    return words.fullmatch(squeezed(text)) is not None or _GOAL_SUM.search(text) is not None


def without_goals(
    entries: list[Entry], table: PlanTable | None, titled: int | None, found: list[Diagnostic]
) -> list[Entry]:
    """The entries of a table but for those of goal years, which are told once a year in `found`."""
    if table is not None and table.titled and not table.review and not table.goals:
        # 2025年规划指标: what has no year but that of the title is of the plan.
        entries = [_of_the_title(entry, titled) for entry in entries]
    bare = [entry for entry in entries if entry.year is not None and entry.meant.period is not None]
    years = {entry.meant.period.year for entry in bare if entry.meant.period is not None}
    goals = table.goal_years(years, titled) if table is not None else set()
    evidence = table.evidence if table is not None else ""
    for year in years - goals if len(years) > 1 else ():
        # ≥75 in the last year of several is what is to be reached.
        bound = next(
            (text for entry in bare if _is_of(entry, year) and _is_bound(text := entry.text(Field.VALUE))), None
        )
        if bound is not None and year == max(years):
            goals, evidence = {*goals, year}, evidence or bound
    for year in sorted(goals):
        cell = next(entry.year for entry in bare if _is_of(entry, year))
        if cell is not None:
            words = {"text": cell.said, "evidence": evidence}
            found.append(Diagnostic(Code.GOAL_YEAR, cell.place, words))
    return [who_reports(entry) if any(_is_of(entry, year) for year in goals) else entry for entry in entries]


def _of_the_title(entry: Entry, titled: int | None) -> Entry:
    """An entry that has its year from the title of a plan, which its value stands for."""
    period, value = entry.meant.period, entry.cells.get(Field.VALUE)
    is_bare = entry.titled and value is not None and period is not None and period.year == titled
    return replace(entry, year=value) if is_bare else entry


def _is_of(entry: Entry, year: int) -> bool:
    return entry.year is not None and entry.meant.period is not None and entry.meant.period.year == year


def _is_bound(text: str) -> bool:
    amount = parse_amount(text)
    return isinstance(amount, Amount) and not _BOUNDS.isdisjoint(amount.qualifiers)


def _texts(grid: Grid, rows: Iterable[int]) -> Iterator[str]:
    yield from (text for row in rows for cell in grid.rows[row] if (text := cell.said))


def _plan_named(text: str) -> int | None:
    plain = squeezed(text).casefold()
    return next((year for name, year in five_year_plans().items() if name in plain), None)


def _end_of(text: str, *, planned: bool) -> int | None:
    """The last year of the plan that a title names, or of the range of years that the title of a plan names."""
    if (named := _plan_named(text)) is not None:
        return named
    years = _YEARS.search(squeezed(text)) if planned else None
    return int(years["last"]) if years else None
