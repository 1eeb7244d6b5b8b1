"""The least that a check could be: the libraries imported, the plan's two files and a submission parsed and validated."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import rich
import typer
import yaml
from pydantic import BaseModel


class Goal(BaseModel):
    """A number that binds areas."""

    areas: list[str]
    goal: Decimal | list[Decimal]
    wording: str


class Indicator(BaseModel):
    """What is demanded."""

    id: str
    name: str
    unit: str
    kind: str
    due: int
    goals: list[Goal]


class Targets(BaseModel):
    """`targets.yaml`."""

    plan: dict[str, Any]
    areas: list[dict[str, Any]]
    indicators: list[Indicator]


class Responsibilities(BaseModel):
    """`responsibilities.yaml`."""

    units: list[dict[str, Any]]
    clauses: list[dict[str, Any]]


class Submission(BaseModel):
    """A submission."""

    area: str
    period: int
    figures: dict[str, Any]


assert rich
assert typer
plan, submission = Path(sys.argv[1]), Path(sys.argv[2])
for model, path in (
    (Targets, plan / "targets.yaml"),
    (Responsibilities, plan / "responsibilities.yaml"),
    (Submission, submission),
):
    model.model_validate(yaml.load(path.read_bytes(), yaml.CSafeLoader))
