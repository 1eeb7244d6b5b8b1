"""A short and plain YAML document as PyYAML's C parser puts it together, for who needs no place of what stands there.

What takes care (anchors, tags, lists, characters that nobody sees, great length) is left to `parse_yaml`, and so is all
that is wrong.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml import MappingNode, Node, ScalarNode

from countyplan.source.invisible import INVISIBLE

# A parser that calls itself could be brought to its end by what is longer, or holds more of these.
_LONGEST = 100_000
_MOST_BRACES = 1_000
# Anchors, aliases and tags, lists, keys that are no text, and what is not seen.
_TAKES_CARE = ("&", "*", "!", "- ", "-\n", "-\r", "? ", "?\n", "?\r", "[", "\t", *INVISIBLE)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def document_of(text: str) -> MappingNode | None:
    """The one document of a text; None where reading it takes care."""
    within = text.removeprefix("---\n")
    if len(text) > _LONGEST or text.count("{") > _MOST_BRACES or any(one in within for one in _TAKES_CARE):
        return None
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
    # Nobody asks what type a scalar might be of.
    loader.resolve = loader.descend_resolver = loader.ascend_resolver = _nothing
    try:
        node = loader.get_single_node()
    except yaml.YAMLError:
        return None
    finally:
        loader.dispose()
    return node if isinstance(node, MappingNode) else None


def _nothing(*_: object) -> None:
    return None


def text_of(node: Node) -> str | None:
    """The text of a scalar as it was typed; None where a plain `null` or nothing stands, and of what is no scalar."""
    if type(node) is not ScalarNode:
        return None
    text: str = node.value
    return None if text in _NULLS and not node.style else text
