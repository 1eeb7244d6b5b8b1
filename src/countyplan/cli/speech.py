"""The language that a run speaks."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import pairwise

from countyplan.language.texts import Language, Texts


def texts_for(lang: Language | None, *, document: bool = False) -> Texts:
    """The language asked for, else that of the user's system; for a document, which is all but plain text, else Chinese.

    So what a machine reads is the same on every one.
    """
    if lang is not None:
        return Texts(lang)
    return Texts(Language.ZH if document or not _system_speaks_english() else Language.EN)


def asked_on(line: Sequence[str]) -> Language | None:
    """The language that the words of a command line ask for, understood before all of them are; None where none does."""
    asked = [after for word, after in pairwise(line) if word == "--lang"]
    asked += [word.removeprefix("--lang=") for word in line if word.startswith("--lang=")]
    return next((Language(one) for one in asked if one in set(Language)), None)


def _system_speaks_english() -> bool:
    for name in ("COUNTYPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if said := os.environ.get(name):
            return said.lower().startswith("en")
    if sys.platform == "win32":
        import locale

        return (locale.getlocale()[0] or "").lower().startswith("en")
    return False
