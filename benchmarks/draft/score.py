"""A draft against marked targets: which are found, and what is right about those.

A drafted target is found where its words and those of a marked row overlap by half of the shorter or more, and no better pair
takes either. Rows marked "debatable" count neither way, and "repeats" once.

An indicator is acceptable where, without brackets, quotation marks, commas and 的, one of both names contains the other at
half its length or more, or where their pairs of neighbouring characters agree (Dice) to 0.5 or more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from itertools import pairwise

from countyplan.plantext.draft.draft_model import DraftedPlan, DraftedTarget
from countyplan.quantity.width import single_width

FIELDS = ("comparator", "goal", "unit", "due", "area", "firmness", "kind", "units", "indicator")
Row = Mapping[str, str]

_ACCEPTABLE = 0.5
_OVERLAP = 0.5
_DROPPED = str.maketrans("", "", "“”\"'的()（）、，, ")
# A marked `equal` (net zero) has no word of its own in the plan's files.
_ALSO = {"equal": {"at_most", "at_least", "equal"}}


@dataclass
class Score:
    """Counts for one text, or for all together; `told` says what was wrong."""

    gold: int = 0
    drafted: int = 0
    found: int = 0
    right: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Take in another text's counts."""
        self.gold, self.drafted = self.gold + other.gold, self.drafted + other.drafted
        self.found += other.found
        self.right.update(other.right)

    def line(self, name: str) -> str:
        """The counts and shares as a line of the table."""
        precision = self.found / self.drafted if self.drafted else 1.0
        recall = self.found / self.gold if self.gold else 1.0
        shares = [self.right[one] / self.found if self.found else 1.0 for one in FIELDS]
        numbers = "".join(f"{share:11.2f}" for share in (precision, recall, *shares))
        return f"{name:26}{self.gold:5}{self.drafted:8}{self.found:6}{numbers}"


HEAD = f"{'':26}{'gold':>5}{'drafted':>8}{'found':>6}" + "".join(
    f"{one:>11}" for one in ("precision", "recall", *FIELDS)
)


def score_of(gold: Sequence[Row], plan: DraftedPlan) -> Score:
    """How a draft stands to marked rows."""
    rows, taken = set[int](), set[int]()
    score = Score()
    aside = {of for of, row in enumerate(gold) if any(word in row["note"] for word in ("debatable", "repeats"))}
    for _, of, at in _pairs(gold, plan):
        if of in rows or at in taken:
            continue
        rows.add(of)
        taken.add(at)
        if of in aside:
            continue
        checked = _right(gold[of], plan.targets[at], plan)
        score.found += 1
        score.right.update(name for name, is_right in checked.items() if is_right)
        wrong = [name for name, is_right in checked.items() if not is_right]
        if wrong:
            score.told.append(f"  ~ {gold[of]['wording']}: {', '.join(wrong)}; {plan.targets[at]}")
    score.gold = len(gold) - len(aside)
    score.drafted = len(plan.targets) - len(taken) + score.found
    score.told += [f"  - {row['wording']}" for of, row in enumerate(gold) if of not in rows | aside]
    score.told += [
        f"  + {one.name} {one.goal}: {one.wording}" for at, one in enumerate(plan.targets) if at not in taken
    ]
    return score


def _pairs(gold: Sequence[Row], plan: DraftedPlan) -> list[tuple[float, int, int]]:
    """Rows and drafted targets that may belong together, the best first."""
    found = []
    for of, row in enumerate(gold):
        for at, target in enumerate(plan.targets):
            shared = _overlap(row["wording"], target.wording)
            if shared >= _OVERLAP:
                likeness = similarity(row["indicator"], target.name or "")
                same = 4 * _same_goal(row, target) + (str(target.due or "") == row["due"])
                found.append((same + shared + likeness + 0.3 * (row["area"] in target.areas), of, at))
    return sorted(found, reverse=True)


def _right(row: Row, target: DraftedTarget, plan: DraftedPlan) -> dict[str, bool]:
    units = [_squeezed(one.name) for one in plan.units.get(target.clause, ())]
    wanted = _squeezed(row["responsible"])
    return {
        "comparator": target.comparator in _ALSO.get(row["comparator"], {row["comparator"]}),
        "goal": _same_goal(row, target),
        "unit": _squeezed(target.unit or "") == _squeezed(row["unit"]),
        "due": str(target.due or "") == row["due"],
        "area": row["area"] in target.areas,
        "firmness": target.firmness == row["firmness"],
        "kind": target.kind == row["kind"],
        "units": all(unit in wanted for unit in units) and bool(units) == bool(wanted),
        "indicator": similarity(row["indicator"], target.name or "") >= _ACCEPTABLE,
    }


def similarity(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1."""
    one, other = (_squeezed(text).translate(_DROPPED).lower() for text in (one, other))
    short, long = sorted((one, other), key=len)
    if not short:
        return 0.0
    if short in long and len(short) * 2 >= len(long):
        return 1.0
    pairs = [Counter(pairwise(text)) for text in (one, other)]
    return 2 * sum((pairs[0] & pairs[1]).values()) / max(1, sum(map(sum, (pair.values() for pair in pairs))))


def _same_goal(row: Row, target: DraftedTarget) -> bool:
    low, high = target.goal if isinstance(target.goal, tuple) else (target.goal, None)
    return (low, high) == (_number(row["goal"]), _number(row["goal_high"]))


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _squeezed(text: str) -> str:
    return "".join(single_width(text).split())


def _overlap(one: str, other: str) -> float:
    one, other = _squeezed(one), _squeezed(other)
    size = SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
    return size / max(1, min(len(one), len(other)))
