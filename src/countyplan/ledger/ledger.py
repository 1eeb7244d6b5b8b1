"""All lists of a run together with what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import field, replace
from decimal import Decimal

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Listed, Named, Subject, Term
from countyplan.language import Language
from countyplan.ledger.derive import Derived, derive
from countyplan.ledger.differences import Difference, Stated, compare
from countyplan.ledger.findings import dropped, odd_projects
from countyplan.ledger.lists import Change, ProjectList, changes, lists_of
from countyplan.plan import Plan
from countyplan.quantity import Unit, plain_digits
from countyplan.quantity.exact import decimal_places
from countyplan.quantity.told import amount
from countyplan.submission import Basis, ReportedFigure, Submissions
from countyplan.submission.ledger import Project

# What is reported of an area and an indicator at the end of a period; None where nothing is.
Reported = Callable[[str, str, int], Stated | None]
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The lists, what became of them, what follows from them, and what is odd; `differences` with what is reported.

    `figures` are those that follow from a list and that nobody reports.
    """

    lists: tuple[ProjectList, ...] = ()
    changes: tuple[Change, ...] = ()
    derived: tuple[Derived, ...] = ()
    figures: tuple[ReportedFigure, ...] = ()
    differences: tuple[Difference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    def latest(self, end: int) -> tuple[ProjectList, ...]:
        """The last list of each area that is of a period up to `end`, in the plan's order."""
        last = {one.area: one for one in self.lists if one.period.end <= end}
        return tuple(last.values())

    def of_areas(self, areas: Collection[str] | None) -> Ledger:
        """The lists of some areas, or of all where None are given, with what is told of them."""
        if areas is None:
            return self
        return replace(
            self,
            lists=tuple(one for one in self.lists if one.area in areas),
            changes=tuple(one for one in self.changes if one.now.area in areas),
            derived=tuple(one for one in self.derived if one.of.area in areas),
            differences=tuple(one for one in self.differences if one.derived.of.area in areas),
        )

    def compared(self, plan: Plan, reported: Reported) -> Ledger:
        """The same with what follows set beside what is reported."""
        own = {(one.area, one.indicator, one.period.end) for one in self.figures}
        differences = []
        for one in self.derived:
            key = (one.of.area, one.rule.indicator, one.of.period.end)
            stated = None if key in own else reported(*key)
            difference = None if stated is None else compare(one, stated, self.diagnostics, self._gone(one))
            differences += [difference] if difference is not None else []
        told = tuple(_told(plan, one) for one in differences)
        return replace(self, differences=tuple(differences), diagnostics=(*self.diagnostics, *told))

    def _gone(self, derived: Derived) -> list[tuple[Project, Decimal]]:
        """The projects that left the list before this one, each with its share in the figure then."""
        then = next((one.then for one in self.changes if one.now == derived.of), None)
        left = {id(project) for one in self.changes if one.now == derived.of for project in one.left}
        earlier = (one for one in self.derived if one.of == then and one.rule == derived.rule)
        return [(project, share) for one in earlier for project, share in one.parts if id(project) in left]


def keep_ledger(plan: Plan, submissions: Submissions) -> Ledger:
    """The ledger of all lists that were submitted."""
    if not submissions.projects:
        return Ledger()
    lists = lists_of(plan, submissions.projects)
    derived, rolled = derive(plan, lists), changes(plan, lists)
    reported = {(one.area, one.indicator, one.period.end) for one in submissions.figures}
    open_ = [one for one in derived if (one.of.area, one.rule.indicator, one.of.period.end) not in reported]
    figures = tuple(_figure(plan, one) for one in open_ if not one.unknown)
    odd = [*odd_projects(plan, lists), *dropped(plan, rolled)]
    found = (*_doubting(odd, figures, lists), *_incomplete(plan, open_))
    return Ledger(lists=lists, changes=rolled, derived=derived, figures=figures, differences=(), diagnostics=found)


def _figure(plan: Plan, one: Derived) -> ReportedFigure:
    adds_up = plan.measured[one.rule.indicator].adds_up
    first = one.of.projects[0]
    return ReportedFigure(
        area=one.of.area,
        indicator=one.rule.indicator,
        period=one.of.period,
        value=one.value,
        half_digit=one.half_digit,
        basis=Basis.CUMULATIVE if adds_up else None,
        written=plain_digits(one.value),
        at=first.place,
        document=f"{first.document}#{one.of.area}-{one.of.period}",
        source=plan.ledger.source,
        partial=plan.whole_years_only(one.rule.indicator) and not one.of.period.is_year,
    )


def _doubting(
    odd: Sequence[Diagnostic], figures: Sequence[ReportedFigure], lists: Sequence[ProjectList]
) -> Iterator[Diagnostic]:
    """The findings about lists, each also about the figures that follow from its list and are used."""
    lists_at = {project.place: (one.area, one.period.end) for one in lists for project in one.projects}
    for one in odd:
        about = [fig.subject for fig in figures if (fig.area, fig.period.end) == lists_at.get(one.place)]
        # A project that is gone is missing from a list after the one that it stands in.
        subjects = [] if one.code is Code.PROJECT_DROPPED else about
        yield replace(one, whose=subjects[0], also=tuple(subjects[1:])) if subjects else one


def _incomplete(plan: Plan, open_: Sequence[Derived]) -> Iterator[Diagnostic]:
    """What would follow from a list if it told enough, and the projects of which it does not."""
    for one in open_:
        if one.unknown:
            measured = plan.measured[one.rule.indicator]
            names = [project.name for project in one.unknown[:_MOST_NAMED]]
            words = {
                "indicator": Named(measured.name, measured.name_en),
                "value": _amount(one.value, plan.unit_of_measure(measured.id)),
                "count": str(len(one.unknown)),
                "projects": Listed.of([*names, "…"] if len(one.unknown) > _MOST_NAMED else names),
            }
            yield Diagnostic(Code.LEDGER_INCOMPLETE, one.unknown[0].place, words)


def _told(plan: Plan, one: Difference) -> Diagnostic:
    measured, of = plan.measured[one.derived.rule.indicator], one.derived.of
    unit = plan.unit_of_measure(measured.id)
    words = {
        "indicator": Named(measured.name, measured.name_en),
        "period": str(of.period),
        "reported": _amount(one.reported, unit),
        "listed": _amount(one.derived.value, unit),
        "projects": Listed.of(_share(project.name, share, unit) for project, share in one.projects)
        or Term("projects.whether_listed"),
    }
    return Diagnostic(Code.LEDGER_DIFFERS, one.place, words, Subject(of.area, measured.id, of.period.end))


def _share(name: str, share: Decimal | None, unit: Unit) -> str:
    if share is None or (decimal_places(share) == 0 and share == 1):
        return name
    told = _amount(share, unit)
    return Named(f"{name} {told}", f"{name} ({told.english})")


def _amount(value: Decimal, unit: Unit) -> Named:
    told = amount(value, unit)
    return Named(*map(told.told, Language))
