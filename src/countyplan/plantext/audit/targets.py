"""The data's targets against the text: each wording in its clause, with its number, unit, area and due date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from countyplan.plan.draft.draft import Draft
from countyplan.plan.draft.targets import DraftGoal, DraftIndicator
from countyplan.plantext.audit.audit_model import Finding, FindingKind, Span, line_of, occurrences
from countyplan.plantext.audit.dates import years_for
from countyplan.plantext.outline import Clause
from countyplan.plantext.structure import figures_in
from countyplan.plantext.vocabulary import Vocabulary
from countyplan.quantity.width import single_width


class Targets:
    """What the targets of a plan's data hold of its text."""

    def __init__(self, draft: Draft, clauses: tuple[Clause, ...], words: Vocabulary) -> None:
        self._draft = draft
        self._clauses: dict[int | str | None, Clause] = {clause.number: clause for clause in clauses}
        self._words = words
        self.held: list[tuple[Span, str]] = []
        self.findings: list[Finding] = []
        for indicator in draft.targets.indicators:
            self._take(indicator)

    def _take(self, indicator: DraftIndicator) -> None:
        clause = self._clauses.get(indicator.clause)
        if clause is None:
            about = {"target": indicator.id, "wording": indicator.goals[0].wording or "" if indicator.goals else ""}
            self.findings.append(Finding(FindingKind.WORDING_LACKING, indicator.clause, about))
            return
        seen: dict[str, int] = {}
        for goal in indicator.goals:
            wording = goal.wording or ""
            nth = seen.get(wording, 0)
            seen[wording] = nth + 1
            spans = occurrences(wording, clause) if wording else ()
            about = {"target": indicator.id, "wording": wording}
            if not spans:
                self.findings.append(Finding(FindingKind.WORDING_LACKING, clause.number, about))
            elif nth >= len(spans):
                about["count"] = str(len(spans))
                self.findings.append(Finding(FindingKind.WORDING_TOO_RARE, clause.number, about))
            else:
                span = spans[nth]
                self.held.append((span, indicator.id))
                self.findings += self._check(indicator.as_in(goal), goal, clause, span)

    def _check(self, indicator: DraftIndicator, goal: DraftGoal, clause: Clause, span: Span) -> Iterator[Finding]:
        line, about = line_of(clause, span), {"target": indicator.id, "wording": goal.wording or ""}
        if goal.goal is None:
            yield Finding(FindingKind.GOAL_OPEN, clause.number, about, line, span)
        else:
            yield from self._check_number(indicator, goal.goal, clause, span, about)
        if isinstance(indicator.due, int):
            allowed = years_for(self._draft, clause, span, bool(self._due_readings(indicator)), self._words)
            if allowed and indicator.due not in allowed:
                words = {**about, "due": str(indicator.due), "years": "/".join(map(str, sorted(allowed)))}
                yield Finding(FindingKind.DUE_NOT_IN_TEXT, clause.number, words, line, span)
        if (other := self._other_area(goal, clause, span)) is not None:
            words = {**about, "area": "/".join(goal.areas), "other": other}
            yield Finding(FindingKind.OTHER_AREA, clause.number, words, line, span)

    def _check_number(
        self,
        indicator: DraftIndicator,
        goal: Decimal | tuple[Decimal, Decimal],
        clause: Clause,
        span: Span,
        about: dict[str, str],
    ) -> Iterator[Finding]:
        figures = figures_in(single_width(about["wording"]), self._words)
        written_order = [one.number.value for one in figures]
        if isinstance(goal, tuple) and goal not in pairwise(written_order):
            words = {**about, "goal": f"{goal[0]}-{goal[1]}", "unit": indicator.unit or ""}
            yield Finding(FindingKind.GOAL_NOT_IN_WORDING, clause.number, words, line_of(clause, span), span)
        for number in goal if isinstance(goal, tuple) else (goal,):
            same = [one for one in figures if one.number.value == number]
            words = {**about, "goal": str(number), "unit": indicator.unit or ""}
            if not same:
                yield Finding(FindingKind.GOAL_NOT_IN_WORDING, clause.number, words, line_of(clause, span), span)
            elif number == (goal[1] if isinstance(goal, tuple) else goal) and indicator.unit is not None:
                wanted = "".join(single_width(indicator.unit).split())
                names = self._words.table("unit_names")
                written = {"".join(names.get(one.unit.lower(), one.unit).split()) for one in same}
                if wanted not in written and not any(wanted.endswith(one) and one for one in written):
                    yield Finding(FindingKind.UNIT_NOT_IN_WORDING, clause.number, words, line_of(clause, span), span)

    def _due_readings(self, indicator: DraftIndicator) -> list[str]:
        return [one.id for one in self._draft.targets.readings if one.on == "due" and one.id in indicator.readings]

    def _other_area(self, goal: DraftGoal, clause: Clause, span: Span) -> str | None:
        """The area that the sentence names last before a goal that binds another one alone."""
        if len(goal.areas) != 1:
            return None
        names = {
            name: area.id
            for area in self._draft.targets.areas
            for name in (area.name, *area.aliases)
            if name is not None and len(name) > 1
        }
        if goal.areas[0] not in set(names.values()):
            return None
        text = next(part.paragraph.narrow for part in clause.parts if part.at == span.at)[: span.end]
        ends = [found.end() for found in re.finditer(f"[{re.escape(str(self._words.get('sentence_ends')))}]", text)]
        text = text[max((end for end in ends if end < len(text)), default=0) :]
        last = {name: text.rfind(single_width(name)) for name in names}
        found = max(last, key=lambda name: (last[name], len(name)), default=None)
        if found is None or last[found] < 0 or names[found] == goal.areas[0]:
            return None
        return found
