"""How two versions of a plan stand to each other: which of their targets are the same, and what became of each."""

from countyplan.versions.demand_change import DemandChange, changes
from countyplan.versions.pairs import Pair, pairs

__all__ = ["DemandChange", "Pair", "changes", "pairs"]
