from __future__ import annotations

import ast
from pathlib import Path

from countyplan.language import Language

SOURCES = Path(__file__).parents[2] / "src" / "countyplan"


def test_whatever_differs_by_language_is_told_of_every_language() -> None:
    """The type checker does not ask a dict for its keys, so that this does when a language is added."""
    trees = [(path, ast.parse(path.read_text("utf-8"))) for path in SOURCES.rglob("*.py")]
    dicts = [(path, node) for path, tree in trees for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    keyed = {
        f"{path.relative_to(SOURCES)}:{node.lineno}": {ast.unparse(key) for key in node.keys if key is not None}
        for path, node in dicts
    }
    by_language = {place: keys for place, keys in keyed.items() if any(key.startswith("Language.") for key in keys)}
    every = {f"Language.{one.name}" for one in Language}
    assert len(by_language) >= 3
    assert {place for place, keys in by_language.items() if keys != every} == set()


def test_every_language_has_its_files() -> None:
    """A file for each language, wherever one language has its own: sentences, words of tables, a plan to begin with."""
    for path in SOURCES.rglob("*"):
        parts = path.name.split(".")
        if path.suffix == ".yaml" and parts[-2] == Language.ZH and path.parent.name not in {"words", "wording"}:
            others = [path.with_name(".".join([*parts[:-2], one, "yaml"])) for one in Language]
            assert all(other.is_file() for other in others), path
