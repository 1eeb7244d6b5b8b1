"""The table: `python -m benchmarks.draft.table FOLDER [--told]`, with a folder of folders of text.* and gold.csv.

With `--shipped TEXT` also how many of the shipped plan's targets a draft of its text has right in everything.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.draft.score import HEAD, Score, score_of, similarity
from countyplan.diagnostics import Diagnostic
from countyplan.plan import TOTAL, Plan, Target, load_plan, shipped_plan
from countyplan.plantext.draft.draft import draft_plan
from countyplan.plantext.draft.draft_model import DraftedPlan, DraftedTarget
from countyplan.plantext.reading.read import read_document


def drafted(text: Path) -> DraftedPlan:
    """The draft of a text; a text that cannot be read ends the run."""
    document = read_document(text)
    if isinstance(document, Diagnostic):
        raise SystemExit(f"{text}: {document}")
    return draft_plan(document)


def measure(folder: Path) -> Score:
    """How the draft of a folder's text stands to its marked rows."""
    text = next(path for path in sorted(folder.iterdir()) if path.stem == "text")
    with (folder / "gold.csv").open(encoding="utf-8-sig", newline="") as opened:
        return score_of(list(csv.DictReader(opened)), drafted(text))


def right_in_everything(plan: Plan, made: DraftedPlan) -> tuple[int, list[str]]:
    """How many of a plan's targets its text's draft has right in everything, and which it has not."""
    wrong = [
        f"  - {target.wording} ({target.area})"
        for target in plan.targets
        if not any(_same(plan, made, target, one) for one in made.targets)
    ]
    return len(plan.targets) - len(wrong), wrong


def _same(plan: Plan, made: DraftedPlan, target: Target, one: DraftedTarget) -> bool:
    indicator = target.indicator
    area = TOTAL if target.area == TOTAL else plan.area(target.area).name
    goal = target.goal if target.high is None else (target.goal, target.high)
    names = (indicator.name, *indicator.aliases)
    return (
        (one.clause, one.comparator, one.goal, one.unit, one.due, one.kind, one.firmness)
        == (
            indicator.clause,
            indicator.comparator,
            goal,
            indicator.unit,
            indicator.due,
            indicator.kind,
            indicator.firmness,
        )
        and area in one.areas
        and any(similarity(name, one.name or "") >= 0.5 for name in names)
        and [unit.name for unit in plan.responsible(indicator.clause)] == [unit.name for unit in made.units[one.clause]]
    )


def table(words: list[str]) -> Iterator[str]:
    """The lines of the table."""
    told = "--told" in words
    shipped = words[words.index("--shipped") + 1] if "--shipped" in words else None
    yield HEAD
    total = Score()
    for folder in (path for path in sorted(Path(words[0]).iterdir()) if (path / "gold.csv").exists()):
        score = measure(folder)
        total.add(score)
        yield from (score.line(folder.name), *(score.told if told else ()))
    yield total.line("all")
    if shipped is not None:
        plan = load_plan(shipped_plan())[0]
        count, wrong = right_in_everything(plan, drafted(Path(shipped)))
        yield from (f"the shipped plan: {count} of {len(plan.targets)} targets right in everything", *wrong)


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in table(sys.argv[1:]))
