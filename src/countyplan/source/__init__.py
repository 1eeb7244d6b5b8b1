"""Files as text with positions: decoding, and YAML and JSON that remember where everything stood."""

from countyplan.source.decode import decode
from countyplan.source.invisible import without_invisible
from countyplan.source.yaml_tree import Mapping, Node, Scalar, Sequence, parse_yaml

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "decode", "parse_yaml", "without_invisible"]
