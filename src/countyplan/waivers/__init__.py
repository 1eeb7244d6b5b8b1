"""Waivers: what may fall behind, or be wrong, for a while, by whose leave. A waiver excuses and never hides."""

from countyplan.waivers.excuse import Excused, excuse
from countyplan.waivers.load import Waiver, load_waivers, waiver_files

__all__ = ["Excused", "Waiver", "excuse", "load_waivers", "waiver_files"]
