"""The rules of a language's file, tried in order against a number in its surroundings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from countyplan.plantext.draft.context import Context
from countyplan.plantext.vocabulary import Vocabulary

_TEXTS = ("before", "after", "stretch", "lead", "sentence", "headings", "unit")
# The rules look at text of single width, in which no sign is full-width any more.
_NARROW = str.maketrans("，；：％", ",;:%")
_FLAGS = ("in_brackets", "after_target", "goal_context")


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule: what it says (`word`), what has to be found and what must not be, and how sure it is."""

    word: str
    wanted: Mapping[str, re.Pattern[str]]
    unwanted: Mapping[str, re.Pattern[str]]
    flags: tuple[str, ...]
    form: str | None
    value: Decimal | None
    confidence: Decimal

    def fits(self, context: Context) -> bool:
        """Whether the rule applies."""
        number = context.figure.number
        if self.form is not None and number.form.value != self.form:
            return False
        if self.value is not None and number.value != self.value:
            return False
        return (
            all(getattr(context, flag) for flag in self.flags)
            and all(pattern.search(getattr(context, name)) for name, pattern in self.wanted.items())
            and not any(pattern.search(getattr(context, name)) for name, pattern in self.unwanted.items())
        )


def first_rule(context: Context, key: str, words: Vocabulary) -> Rule | None:
    """The first rule of a list that fits."""
    return next((rule for rule in rules(key, words) if rule.fits(context)), None)


@cache
def rules(key: str, words: Vocabulary) -> tuple[Rule, ...]:
    """The rules of a list, in order."""
    return tuple(_rule(raw, words) for raw in words.get(key) or ())


def _rule(raw: Mapping[str, str], words: Vocabulary) -> Rule:
    raw = {name: text.translate(_NARROW) for name, text in raw.items()}
    compiled = {name: words.compiled(text) for name, text in raw.items() if name.removeprefix("not_") in _TEXTS}
    return Rule(
        word=raw.get("word") or raw["id"],
        wanted={name: pattern for name, pattern in compiled.items() if name in _TEXTS},
        unwanted={name.removeprefix("not_"): pattern for name, pattern in compiled.items() if name not in _TEXTS},
        flags=tuple(flag for flag in _FLAGS if flag in raw),
        form=raw.get("form"),
        value=Decimal(raw["value"]) if "value" in raw else None,
        confidence=Decimal(raw.get("confidence", "1")),
    )
