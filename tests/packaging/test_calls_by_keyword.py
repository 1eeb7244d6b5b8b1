from __future__ import annotations

import ast
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "src" / "countyplan"
MOST = 5  # of six and more nobody knows which is which, and two of one type change places unseen


def test_what_takes_six_arguments_and_more_is_called_by_keyword() -> None:
    trees = {path: ast.parse(path.read_text("utf-8")) for path in SOURCES.rglob("*.py")}
    nodes = [(path, node) for path, tree in trees.items() for node in ast.walk(tree)]
    # What takes any number of the same, such as `one_of("to", "until")`, has no names for them.
    any_number = {node.name for _, node in nodes if isinstance(node, ast.FunctionDef) and node.args.vararg}
    calls = [(path, node) for path, node in nodes if isinstance(node, ast.Call) and len(node.args) > MOST]
    told = [
        f"{path.relative_to(SOURCES)}:{call.lineno} {ast.unparse(call.func)}"
        for path, call in calls
        if ast.unparse(call.func).rpartition(".")[2] not in any_number
    ]
    assert not told
