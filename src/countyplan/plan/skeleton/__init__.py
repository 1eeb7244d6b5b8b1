"""The files that `plan init` writes: a commented plan of one made-up target, to be replaced line by line."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from countyplan.language.texts import Language

_NAMES = ("targets", "responsibilities")


def skeleton(language: Language) -> Mapping[str, str]:
    """The text of each file by its name, with comments in a language."""
    folder = files(__name__)
    return {
        f"{name}.yaml": folder.joinpath(f"{name}.{language.value}.yaml").read_text(encoding="utf-8") for name in _NAMES
    }
