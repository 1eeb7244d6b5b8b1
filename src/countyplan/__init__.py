"""Tells whether areas keep what a plan promised.

`docs/en/reference/api.md` shows how it is used from Python. What `__all__` names is public; everything else may change
without notice.
"""

import os
import sys

# `python -m` puts the current folder before everything that is installed; a file there, perhaps sent by somebody, named like
# a module would be run in its place. Both modules above are loaded before any folder is looked into, `__future__` is not.
if sys.argv[:1] == ["-m"] and not sys.flags.safe_path and __path__[0] != os.path.join(sys.path[0], __name__):  # noqa: PTH118
    del sys.path[0]

from typing import TYPE_CHECKING

from countyplan.version import __version__

if TYPE_CHECKING:
    from countyplan.api import (
        Comparator,
        Diagnostic,
        Judgement,
        Place,
        Plan,
        PlanError,
        Severity,
        Status,
        Submissions,
        Verdict,
        judge,
        load_plan,
        read_submissions,
    )


__all__ = [
    "Comparator",
    "Diagnostic",
    "Judgement",
    "Place",
    "Plan",
    "PlanError",
    "Severity",
    "Status",
    "Submissions",
    "Verdict",
    "__version__",
    "judge",
    "load_plan",
    "read_submissions",
]


def __getattr__(name: str) -> object:
    """A public name, loaded when it is first asked for, so that `import countyplan` costs next to nothing."""
    if name in __all__:
        from importlib import import_module

        return getattr(import_module("countyplan.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
