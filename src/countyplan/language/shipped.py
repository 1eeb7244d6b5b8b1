"""YAML that ships inside the package: texts, catalogues, units. All scalars stay strings."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml


def load_shipped(package: str, name: str) -> Any:
    """The contents of the file `name` in `package`, by libyaml where it is there."""
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
