"""YAML that ships inside the package: texts, catalogues, units. All scalars stay strings.

What builds the package puts beside each file what it says as JSON, which is read in a hundredth of the time, under
check sums of both: what is lacking, cut off or older than its YAML is not used, and the YAML is read instead.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zlib import crc32

_PACKAGE = Path(__file__).parents[1]
COMPILED = ".json"


def shipped_data() -> Path:
    """The folder of the plan that ships with the package; in a checkout it lies at the top of the repository."""
    inside = _PACKAGE / "data"
    return inside if inside.is_dir() else inside.parents[2] / "data"


def load_shipped(package: str, name: str) -> Any:
    """The contents of the file `name` in `package`, by libyaml where it is there and nothing is compiled."""
    path = _PACKAGE.joinpath(*package.split(".")[1:], name)
    return contents(path.read_bytes(), path.with_name(path.name + COMPILED))


def contents(data: bytes, beside: Path) -> Any:
    """What `data`, a file in YAML, says: from what is compiled of it in `beside`, if that is there and is of this text."""
    try:
        sums, _, made = beside.read_bytes().partition(b"\n")
    except OSError:
        return parsed(data)
    return json.loads(made) if sums == _sums(data, made) else parsed(data)


def compiled(data: bytes) -> bytes:
    """What goes beside a file in YAML that holds `data`."""
    made = json.dumps(parsed(data), ensure_ascii=False, separators=(",", ":")).encode()
    return _sums(data, made) + b"\n" + made


def parsed(data: bytes) -> Any:
    """What YAML says, by libyaml where it is there."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(data.decode("utf-8"))
    try:
        return _plain(loader.get_single_node())
    finally:
        loader.dispose()


def _sums(data: bytes, made: bytes) -> bytes:
    # Against slips, not against anybody: a sum from hashlib is slower to load than everything here is to read.
    return f"{len(data)} {crc32(data):08x} {crc32(made):08x}".encode()


def _plain(node: Any) -> Any:
    """What PyYAML's constructor would make of it, in a fraction of the time: these files hold no anchors and no tags."""
    if node.id == "scalar":
        return node.value
    if node.id == "sequence":
        return [_plain(item) for item in node.value]
    return {key.value: _plain(value) for key, value in node.value}
