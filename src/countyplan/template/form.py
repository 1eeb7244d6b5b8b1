"""What an area is to fill in for a period, as data: a line for everything that it can report."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.dataclass import dataclass, replace
from countyplan.language import Texts
from countyplan.language.texts import begun
from countyplan.plan import Component, Indicator, Plan, Target
from countyplan.plan.files.values import ClauseId
from countyplan.quantity import Period, Unit, plain_digits
from countyplan.quantity.period import Span
from countyplan.quantity.told import amount_text, goal_key, written_unit
from countyplan.quantity.unit import Sort
from countyplan.report.words.names import clause_heading, period_name
from countyplan.submission import Basis
from countyplan.submission.open.files import SCHEMA_SUFFIX
from countyplan.submission.words.fields import WHO_FILED, Field
from countyplan.template.promised import Promise, promises_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure to be filled in, in words.

    `units` are those to choose from, the plan's own first, each named as the form writes it; `bases` the ways of adding
    it up, none where it does not add up; `wording` and `goal` are empty for a component, of which the plan demands
    nothing itself.
    """

    name: str
    clause: str
    wording: str
    goal: str
    due: str
    units: tuple[Unit, ...]
    bases: tuple[Basis, ...]
    notes: tuple[str, ...]

    @property
    def unit(self) -> Unit:
        """The plan's unit."""
        return self.units[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Everything that one area can report for one period, figures and commitments.

    What adds up does so from the end of the year `baseline` on.

    `schema` is the name of the file, beside the form, that tells an editor what may stand in it.
    """

    plan: str
    schema: str
    area: str
    period: Period
    baseline: int
    lines: tuple[Line, ...]
    texts: Texts
    promises: tuple[Promise, ...] = ()

    @property
    def filing(self) -> tuple[str, ...]:
        """The labels of the lines below the figures: when the form was submitted, and who filled it in."""
        return tuple(begun(self.texts.say(f"filing.{kind}")) for kind in (Field.SUBMITTED, *WHO_FILED))

    @property
    def head(self) -> str:
        """What stands above each page of a print."""
        return self.texts.say("template.page", area=self.area, period=period_name(self.period, self.texts))

    def demand(self, line: Line) -> str:
        """What the plan demands in a line, in its words and as a goal; empty for a component."""
        if not line.wording:
            return ""
        return self.texts.say("template.demand", wording=line.wording, goal=line.goal, due=line.due)


def build_form(plan: Plan, area: str, period: Period, texts: Texts) -> Form:
    """The form of an area, by id, with what binds it or is its part of a total, in the plan's order.

    After an indicator that is a quotient come the components from which it follows, each of them once.
    """
    texts = texts.of(plan)
    lines: dict[str, Line] = {}
    maker = _Maker(plan, area, period, texts)
    for indicator in plan.indicators:
        target = maker.target(indicator)
        if target is not None:
            lines[indicator.id] = maker.indicator_line(target)
            for component in maker.components(indicator):
                lines.setdefault(component.id, maker.component_line(component, indicator))
        share = indicator.share
        if share is not None and (area, share.of) in plan.counted_figures:
            lines.setdefault(share.of, maker.component_line(plan.measured[share.of], indicator))
    title = texts.choose(plan.identity.title, plan.identity.title_en)
    if plan.identity.stage == "draft_for_comment":
        title = texts.say("report.draft", plan=title)
    lines_in_order = tuple(lines.values())
    schema = f"{plan.identity.id}{SCHEMA_SUFFIX}"
    return Form(
        plan=one_line(title),
        schema=schema,
        area=one_line(maker.area_name),
        period=period,
        baseline=plan.identity.baseline,
        lines=lines_in_order,
        texts=texts,
        promises=promises_of(plan, area, texts),
    )


def one_line(text: str) -> str:
    """`text` on one line, without what cannot be printed: it goes into comments and cells."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the lines of one form."""

    plan: Plan
    area: str
    period: Period
    texts: Texts

    @property
    def area_name(self) -> str:
        named = self.plan.called(self.area)
        return self.texts.choose(named.name, named.name_en)

    def target(self, indicator: Indicator) -> Target | None:
        """What the indicator demands next of the area, or else of the sum that the area is a part of."""
        bound = self.plan.bound_at(indicator.id, self.area)
        return None if bound is None else self.plan.target_at(indicator.id, bound, self.period)

    def components(self, indicator: Indicator) -> tuple[Component, ...]:
        return tuple(self.plan.measured[part] for part in indicator.parts)

    def indicator_line(self, target: Target) -> Line:
        indicator = target.indicator
        return Line(
            name=self._name(indicator),
            clause=self._clause(indicator.clause),
            wording=one_line(target.wording),
            goal=self._goal(target),
            due=self.texts.say("template.due", due=indicator.due),
            units=self._units(indicator),
            bases=self._bases(indicator),
            notes=tuple(self._notes(target)),
        )

    def component_line(self, component: Component, indicator: Indicator) -> Line:
        names = self.texts.join([self._name(one) for one in self.components(indicator)])
        named = self._name(indicator)
        if indicator.share is not None:
            told = self.texts.say("template.note.share", share=named)
        elif indicator.quotient is None:
            told = self.texts.say("template.note.changes", of=names, change=named)
        else:
            of, by = (self._name(one) for one in self.components(indicator)[:2])
            told = self.texts.say("template.note.component", of=of, by=by, quotient=named)
        notes = [told, *self._part_of_year(component)]
        units = self._units(component)
        return Line(
            name=self._name(component),
            clause=self._clause(indicator.clause),
            wording="",
            goal="",
            due="",
            units=units,
            bases=(),
            notes=tuple(notes),
        )

    def _name(self, measured: Component) -> str:
        return one_line(self.texts.choose(measured.name, measured.name_en))

    def _clause(self, number: ClauseId) -> str:
        return one_line(clause_heading(self.plan, number, self.texts))

    def _goal(self, target: Target) -> str:
        unit = self.plan.unit_of_measure(target.indicator.id)
        last = target.goal if target.high is None else target.high
        amount = amount_text(plain_digits(last), unit, self.texts)
        if target.high is None:
            indicator = target.indicator
            return self.texts.say(goal_key(indicator.comparator, last, indicator.bounds.high, unit), goal=amount)
        return self.texts.say("goal.between", goal=plain_digits(target.goal), high=amount)

    def _units(self, measured: Component) -> tuple[Unit, ...]:
        """The plan's own and those of another size; what is counted keeps its word (家, 万家)."""
        own, known = self.plan.unit_of_measure(measured.id), self.plan.measures
        word = written_unit(own, known, self.texts)
        offered = [own if word is None else replace(own, name=word)]
        for unit in known.of(own.dimension):
            word = written_unit(unit, known, self.texts)
            another_size = unit.factor not in {one.factor for one in offered}
            if word and another_size and (own.sort is not Sort.COUNTED or unit.name.endswith(own.name)):
                offered.append(replace(unit, name=word))
        return tuple(offered)

    def _bases(self, indicator: Indicator) -> tuple[Basis, ...]:
        """A part of a year has no amount of its own: whether it is the part's or the year's so far would not be said."""
        if not indicator.adds_up:
            return ()
        return (Basis.CUMULATIVE, Basis.ANNUAL) if self.period.closes_year else (Basis.CUMULATIVE,)

    def _notes(self, target: Target) -> Iterator[str]:
        indicator = target.indicator
        if target.area != self.area:
            total = self.plan.called(target.area)
            named = self.texts.choose(total.name, total.name_en)
            yield self.texts.say("template.note.part_of_total", total=one_line(named), area=one_line(self.area_name))
        elif self.plan.tree.is_sum(self.area):
            yield self.texts.say("template.note.total")
        if indicator.adds_up:
            start = self.plan.identity.baseline
            begun = self.period.end > self.plan.baseline.end
            yield self.texts.say("template.note.runs_from" if begun else "template.note.not_begun", baseline=start)
        if indicator.quotient is not None:
            of, by = self.components(indicator)[:2]
            yield self.texts.say("template.note.either", of=self._name(of), by=self._name(by))
        if indicator.change is not None:
            yield self.texts.say("template.note.or_level", of=self._name(self.plan.measured[indicator.change.of]))
        yield from self._part_of_year(indicator)

    def _part_of_year(self, measured: Component) -> Iterator[str]:
        if measured.whole_year and self.period.span is not Span.YEAR:
            yield self.texts.say("template.note.part_of_year", period=self.period)
