"""From a report to text: a module for each format, and nothing here counts, rounds, sorts or decides."""

from countyplan.render.formats import DOCUMENTS, LISTINGS, Format

__all__ = ["DOCUMENTS", "LISTINGS", "Format"]
