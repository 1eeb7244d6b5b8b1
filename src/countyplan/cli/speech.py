"""The language that a run speaks."""

from __future__ import annotations

import os
import sys

from countyplan.language.texts import Language, Texts


def texts_for(lang: Language | None, *, document: bool = False) -> Texts:
    """The language asked for, else that of the user's system; for a document, which is all but plain text, else Chinese.

    So what a machine reads is the same on every one.
    """
    if lang is not None:
        return Texts(lang)
    return Texts(Language.ZH if document or not _system_speaks_english() else Language.EN)


def _system_speaks_english() -> bool:
    for name in ("COUNTYPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if said := os.environ.get(name):
            return said.lower().startswith("en")
    if sys.platform == "win32":
        import locale

        return (locale.getlocale()[0] or "").lower().startswith("en")
    return False
