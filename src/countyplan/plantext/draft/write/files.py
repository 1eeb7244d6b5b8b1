"""A draft as the files of a plan: what is open is TODO, and each target says how sure it is and why not surer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import yaml

from countyplan.language import Texts
from countyplan.plan.files.identity import Cutoffs
from countyplan.plan.files.read import RESPONSIBILITIES, TARGETS
from countyplan.plan.files.values import TOTAL
from countyplan.plan.lint.todo import TODO
from countyplan.plantext.draft.draft_model import DraftedPlan
from countyplan.plantext.draft.rules import rules
from countyplan.plantext.draft.write.indicators import indicators_of
from countyplan.plantext.vocabulary import Vocabulary, vocabulary

TEXT = "text.txt"


def draft_files(drafted: DraftedPlan, cutoffs: Cutoffs, texts: Mapping[str, Texts]) -> dict[str, str]:
    """The files of a draft by name: its targets, its responsibilities, and the text as it was read.

    `texts` are the catalogues of the two languages, in which reasons are given; `cutoffs` part the verdicts on a pace.
    """
    words = vocabulary(drafted.language)
    head = texts[drafted.language].say("draft.head", name=drafted.document.name)
    targets = {
        "plan": _identity(drafted),
        "pace": _pace(cutoffs, texts[drafted.language]),
        "areas": (areas := _areas(drafted, words)),
        **({"labels": [_label(areas, words)]} if len(areas) > 1 else {}),
        "total": {"name": words.get("areas.total"), "name_en": texts["en"].say("draft.total")},
        "clauses": _clauses(drafted, texts[drafted.language]),
        "indicators": indicators_of(drafted, words, texts[drafted.language]),
        "not_targets": _not_targets(drafted, texts),
    }
    return {
        TARGETS: _yaml(head, targets),
        RESPONSIBILITIES: _yaml(head, _responsibilities(drafted, words, texts[drafted.language])),
        TEXT: "".join(f"{paragraph.text}\n" for paragraph in drafted.document.paragraphs),
    }


def _identity(drafted: DraftedPlan) -> dict[str, Any]:
    return {
        "id": "draft",
        "version": drafted.issued or "1",
        "language": drafted.language,
        "title": drafted.title or TODO,
        "issuer": drafted.issuer or TODO,
        "issued": drafted.issued or TODO,
        "stage": "draft_for_comment" if drafted.for_comment else "in_force",
        "baseline": TODO if drafted.first is None else drafted.first - 1,
        "first": drafted.first or TODO,
        "last": drafted.last or TODO,
        "drafted": drafted.document.name,
    }


def _pace(cutoffs: Cutoffs, texts: Texts) -> dict[str, Any]:
    told = {name: value for name, value in cutoffs.model_dump().items() if name not in {"source", "source_en"}}
    return {**told, "source": texts.choose(cutoffs.source, cutoffs.source_en or cutoffs.source)}


def _areas(drafted: DraftedPlan, words: Vocabulary) -> list[dict[str, str]]:
    """The plan's areas, and those that single targets name."""
    named = dict.fromkeys([*drafted.areas, *(area for target in drafted.targets for area in target.areas)])
    government = str(words.get("areas.government"))
    return [
        {
            "id": name,
            "name": name,
            "code": TODO,
            "government": government.format(name=name),
        }
        for name in named
        if name != TOTAL
    ]


def _label(areas: Sequence[Mapping[str, str]], words: Vocabulary) -> dict[str, str]:
    """What areas are called, if all their names end with the same word for what they are; else left open."""
    kinds: Mapping[str, Mapping[str, str]] = words.get("areas.kinds")
    told = [label for ending, label in kinds.items() if all(area["name"].endswith(ending) for area in areas)]
    return dict(told[0]) if told else {"name": TODO}


def _clauses(drafted: DraftedPlan, texts: Texts) -> list[dict[str, Any]]:
    """The clauses that say anything, or in whose headings a number stands."""
    used = {one.clause for one in drafted.targets} | {one.clause for one in drafted.not_targets}
    return [
        {
            "number": clause.number,
            "mark": clause.mark or clause.title or TODO if clause.headings else texts.say("draft.preamble"),
            "chapter": clause.chapter or clause.title or texts.say("draft.preamble"),
            "title": clause.title or clause.mark or texts.say("draft.preamble"),
        }
        for clause in drafted.clauses
        if clause.number in used or clause.counted
    ]


def _not_targets(drafted: DraftedPlan, texts: Mapping[str, Texts]) -> list[dict[str, Any]]:
    """What is no target, by clause and reason, each words once."""
    grouped: dict[tuple[int, str], list[str]] = {}
    seen: set[tuple[int, str]] = set()
    for one in drafted.not_targets:
        if (one.clause, one.words) not in seen:
            seen.add((one.clause, one.words))
            grouped.setdefault((one.clause, one.why), []).append(one.words)
    return [
        {
            "clause": clause,
            "words": quoted,
            "why": texts["zh"].say(f"draft.why.{why}"),
            "why_en": texts["en"].say(f"draft.why.{why}"),
        }
        for (clause, why), quoted in grouped.items()
    ]


def _responsibilities(drafted: DraftedPlan, words: Vocabulary, texts: Texts) -> dict[str, Any]:
    names = dict.fromkeys(named.name for units in drafted.units.values() for named in units)
    ids = {name: f"u{at}" for at, name in enumerate(names, 1)}
    each = words.pattern("responsible.each_area")
    clauses = [one["number"] for one in _clauses(drafted, texts)]
    return {
        "units": [
            {"id": ids[name], "name": name, **({"each_area": True} if each.match(name) else {})} for name in names
        ],
        "clauses": [
            {"clause": number, "units": [ids[named.name] for named in drafted.units[number]]}
            for number in clauses
            if drafted.units[number]
        ],
        "none_named": [number for number in clauses if not drafted.units[number]],
    }


class _Dumper(yaml.SafeDumper):
    """Numbers as the text has them, not as floats, and each value written out where it stands."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 -- the library's call
        """No anchors: the plan's files have none."""
        return True


def _plain_number(dumper: yaml.SafeDumper, value: Decimal) -> yaml.ScalarNode:
    text = format(value, "f")
    return dumper.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text)


_Dumper.add_representer(Decimal, _plain_number)


def _yaml(head: str, data: Mapping[str, Any]) -> str:
    lines = "".join(f"# {line}\n" for line in head.splitlines())
    return lines + yaml.dump(dict(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=118)


def reasons(language: str) -> frozenset[str]:
    """The ids of all reasons that a language's rules give for a number's being no target."""
    return frozenset(rule.word for rule in rules("not_targets", vocabulary(language)))
