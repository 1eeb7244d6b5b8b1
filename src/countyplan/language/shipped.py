"""YAML that ships inside the package: texts, catalogues, units. All scalars stay strings."""

from __future__ import annotations

from pkgutil import get_data
from typing import Any


def load_shipped(package: str, name: str) -> Any:
    """The contents of the file `name` in `package`, by libyaml where it is there."""
    import yaml

    data = get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{package}/{name}")
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(data.decode("utf-8"))
    try:
        return _plain(loader.get_single_node())
    finally:
        loader.dispose()


def _plain(node: Any) -> Any:
    """What PyYAML's constructor would make of it, in a fraction of the time: these files hold no anchors and no tags."""
    if node.id == "scalar":
        return node.value
    if node.id == "sequence":
        return [_plain(item) for item in node.value]
    return {key.value: _plain(value) for key, value in node.value}
