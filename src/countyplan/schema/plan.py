"""The JSON Schemas of a plan's files, from the models that load them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

from countyplan.choice import PlanFile
from countyplan.language import Texts
from countyplan.model import Model
from countyplan.plan.beside.action_plans import ActionPlanFile
from countyplan.plan.beside.commitments import CommitmentsFile
from countyplan.plan.beside.ledger import LedgerFile
from countyplan.plan.beside.panels import PanelsFile
from countyplan.plan.comparator import Comparator
from countyplan.plan.files.milestones import MilestonesFile
from countyplan.plan.files.responsibilities import ResponsibilitiesFile
from countyplan.plan.files.targets import TargetsFile
from countyplan.plan.files.values import Firmness
from countyplan.plan.kind import Kind
from countyplan.quantity.unit import Sort
from countyplan.schema.document import DIALECT, Schema

_MODELS: dict[PlanFile, type[Model]] = {
    PlanFile.TARGETS: TargetsFile,
    PlanFile.RESPONSIBILITIES: ResponsibilitiesFile,
    PlanFile.MILESTONES: MilestonesFile,
    PlanFile.COMMITMENTS: CommitmentsFile,
    PlanFile.PANELS: PanelsFile,
    PlanFile.LEDGER: LedgerFile,
    PlanFile.ACTION_PLAN: ActionPlanFile,
}
_WORDS: dict[str, type[StrEnum]] = {"Comparator": Comparator, "Kind": Kind, "Firmness": Firmness, "Sort": Sort}


def plan_schema(file: PlanFile, texts: Texts) -> Schema:
    """The schema of one of a plan's files, described in the language of `texts`."""
    model = _MODELS[file]
    made = model.model_json_schema()
    definitions = made.pop("$defs", {})
    for name, definition in [*definitions.items(), (model.__name__, made)]:
        _describe(name, definition, texts)
    return {
        "$schema": DIALECT,
        "$comment": texts.say("schema.generated"),
        **_as_typed(made),
        "title": f"{file}.yaml",
        "$defs": _as_typed(definitions),
    }


def _describe(name: str, definition: Schema, texts: Texts) -> None:
    """Replace what pydantic tells in the words of the code by what a planner reads."""
    definition.pop("title", None)
    if name in _WORDS:
        key = f"schema.plan.{name.lower()}" if name == "Sort" else name.lower()
        told = [f"{word}: " + texts.say(f"{key}.{word}") for word in _WORDS[name]]
        definition["description"] = texts.say("clause.separator").join(told)
        return
    definition["description"] = texts.say(f"schema.plan.{_snake(name)}")
    for field, schema in definition.get("properties", {}).items():
        schema.pop("title", None)
        key = f"schema.plan.{_snake(name)}.{field}"
        schema["description"] = texts.say(key if texts.knows(key) else f"schema.plan.any.{field}")


def _as_typed(node: Any) -> Any:
    """The same where text may be typed without quotation marks, so that YAML takes it for a number: a code, a version."""
    if isinstance(node, dict):
        typed = {key: _as_typed(value) for key, value in node.items()}
        if typed.get("type") == "string" and not {"enum", "const"} & typed.keys():
            typed["type"] = ["string", "number"]
        return typed
    return [_as_typed(one) for one in node] if isinstance(node, list) else node


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
