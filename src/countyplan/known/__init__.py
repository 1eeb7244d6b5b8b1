"""The file of known findings: what was wrong on the day it was written, so that only what is new fails."""

from countyplan.known.compare import Compared, compare
from countyplan.known.load import is_known_file, load_known
from countyplan.known.record import memorable, record, write

__all__ = ["Compared", "compare", "is_known_file", "load_known", "memorable", "record", "write"]
