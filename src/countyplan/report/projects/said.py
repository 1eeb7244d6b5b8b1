"""How lists of projects are told in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import assert_never

from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.ledger.derive import Derived
from countyplan.ledger.differences import Difference
from countyplan.ledger.lists import Change, ProjectList
from countyplan.plan import Plan
from countyplan.report.projects.by_year import ListedYear, goal_of_the_list, rule_of_the_whole, years_of
from countyplan.report.projects.progress import Turn, turns
from countyplan.report.words import numbers
from countyplan.report.words.names import area_name, indicator_name, period_name
from countyplan.submission.ledger import Project

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Said:
    """What is told of the lists of a plan, in the language of `texts`."""

    plan: Plan
    texts: Texts

    def money(self, value: Decimal) -> str:
        """A sum in the lists' unit."""
        return numbers.quantity(numbers.digits(value.normalize()), self.plan.ledger_unit, self.texts)

    def area(self, area: str) -> str:
        """An area's name."""
        return area_name(self.plan, area, self.texts)

    def standing(self, of: ProjectList) -> str:
        """How many projects a list has, what they cost, what was spent, and how far that is on the way to the goal."""
        return self.texts.say("sentence.separator").join(self._standing(of))

    def _standing(self, of: ProjectList) -> Iterator[str]:
        totals = [one.total.value for one in of.projects if one.total is not None]
        total, lacking = sum(totals, Decimal(0)), len(of.projects) - len(totals)
        yield self.texts.say(
            "projects.standing",
            area=self.area(of.area),
            period=period_name(of.period, self.texts),
            count=len(of.projects),
            total=self.at_least(total, lacking),
            turned=self._turned(of),
        )
        last = next(reversed([*years_of(self.plan, of)]), None)
        target, rule = goal_of_the_list(self.plan, of.area), rule_of_the_whole(self.plan)
        if last is None or target is None or rule is None:
            return
        share = numbers.percent(last.so_far / target.goal, self.texts)
        words = {"since": rule.since, "goal": self.money(target.goal), "share": share}
        yield self.texts.say("projects.spent", spent=self.at_least(last.so_far, last.open_), **words)
        if not lacking and total < target.goal:
            yield self.texts.say("projects.too_small", total=self.money(total), goal=words["goal"])

    def _turned(self, of: ProjectList) -> str:
        """How many projects were begun, or that none was, and how many are finished, if any is."""
        begun = sum(bool(one.started.taken) for one in of.projects)
        done = sum(bool(one.finished.taken) for one in of.projects)
        key, count = ("projects.begun", begun) if begun else ("projects.none_begun", len(of.projects))
        told = self.texts.say(key, count=count)
        return told + (self.texts.say("projects.done", count=done) if done else "")

    def at_limit(self, one: Derived) -> Iterator[str]:
        """The projects that count only because a limit is included, where there are any."""
        for limit in dict.fromkeys(project.total.value for project in one.at_limit if project.total is not None):
            at = [project for project in one.at_limit if project.total is not None and project.total.value == limit]
            yield self.texts.say(
                "projects.at_limit",
                area=self.area(one.of.area),
                indicator=indicator_name(self.plan.measured[one.rule.indicator], self.texts),
                limit=self.money(limit),
                names=self.names(at),
            )

    def at_least(self, value: Decimal, open_: int) -> str:
        """A sum, or what it comes to at least where so many projects do not tell theirs."""
        key = "projects.at_least" if open_ else "projects.just"
        return self.texts.say(key, amount=self.money(value), count=open_)

    def due(self, year: ListedYear) -> str:
        """What is due by the end of a year."""
        return "" if year.due is None else self.money(year.due)

    def difference(self, one: Difference) -> str:
        """What is reported beside what the list comes to, and the projects that may be behind it."""
        measured = self.plan.measured[one.derived.rule.indicator]
        unit = self.plan.unit_of_measure(measured.id)
        amounts = {"reported": one.reported, "listed": one.derived.value, "apart": abs(one.more)}
        words = {name: numbers.quantity(numbers.digits(value), unit, self.texts) for name, value in amounts.items()}
        key = "more" if one.more > 0 else "less"
        told = self.texts.say(
            f"projects.difference.{key}",
            area=self.area(one.derived.of.area),
            indicator=indicator_name(measured, self.texts),
            period=period_name(one.derived.of.period, self.texts),
            **words,
        )
        if not one.projects:
            return self.texts.say("clause.separator").join([told, self.texts.say("projects.not_listed")])
        named = [self.share(project, share, measured.unit) for project, share in one.projects]
        behind = self.texts.say("projects.exact" if one.exact else "projects.behind", projects=self.texts.join(named))
        return self.texts.say("clause.separator").join([told, behind])

    def share(self, project: Project, share: Decimal | None, unit: str) -> str:
        """A project with what it adds to a figure; one that is counted is only named."""
        if share is None or unit != self.plan.ledger.unit:
            return project.name
        return self.texts.say("projects.share", project=project.name, amount=self.money(share))

    def change(self, one: Change) -> Iterator[str]:
        """What joined the list, what left it, and what changed of the others."""
        words = {
            "area": self.area(one.now.area),
            "then": period_name(one.then.period, self.texts),
            "now": period_name(one.now.period, self.texts),
        }
        told = [
            self.texts.say("projects.joined", count=len(one.joined), names=self.names(one.joined))
            if one.joined
            else "",
            self.texts.say("projects.left", count=len(one.left), names=self.names(one.left)) if one.left else "",
            self.texts.say("projects.dropped", count=len(one.dropped)) if one.dropped else "",
        ]
        yield self.texts.say("projects.change", **words) + (
            self.texts.say("clause.separator").join(filter(None, told)) or self.texts.say("projects.no_change")
        )
        for turn in Turn:
            changed = [(then, now) for then, now, what in turns(one) if what is turn]
            if changed:
                named = self.several([self.turn(then, now, turn) for then, now in changed])
                yield self.texts.say(f"projects.turn.{turn}", area=words["area"], count=len(changed), names=named)

    def turn(self, then: Project, now: Project, turn: Turn) -> str:
        """A project whose list tells something else of it now."""
        match turn:
            case Turn.BEGUN | Turn.FINISHED:
                return now.name
            case Turn.TOTAL:
                before = "" if then.total is None else self.money(then.total.value)
                after = "" if now.total is None else self.money(now.total.value)
                return self.texts.say("projects.total_changed", project=now.name, then=before, now=after)
            case Turn.NAME:
                return self.texts.say("projects.name_changed", then=then.name, now=now.name)
            case _:
                assert_never(turn)

    def names(self, projects: Sequence[Project]) -> str:
        """The first few names, and how many there are."""
        return self.several([one.name for one in projects])

    def several(self, told: Sequence[str]) -> str:
        """The first few, and how many there are where that are not all."""
        if len(told) <= _MOST_NAMED:
            return self.texts.join(list(told))
        return self.texts.say("projects.and_more", names=self.texts.join(list(told[:_MOST_NAMED])), count=len(told))
