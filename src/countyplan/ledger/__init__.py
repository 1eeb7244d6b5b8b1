"""The lists of key projects as they stand together: what follows from them, what is odd about them, how they went on."""

from countyplan.ledger.derive import Derived, derive
from countyplan.ledger.differences import Difference, Stated, compare
from countyplan.ledger.ledger import Ledger, keep_ledger
from countyplan.ledger.lists import Change, ProjectList, changes

__all__ = [
    "Change",
    "Derived",
    "Difference",
    "Ledger",
    "ProjectList",
    "Stated",
    "changes",
    "compare",
    "derive",
    "keep_ledger",
]
