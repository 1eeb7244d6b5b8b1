"""That a plan cannot be used."""

from __future__ import annotations

from countyplan.diagnostics import Diagnostic


class PlanError(Exception):
    """The plan's files cannot be used; `diagnostics` holds every fault of all of them."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics
