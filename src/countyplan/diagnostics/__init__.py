"""What is wrong with an input: where, under which stable code, and what to do about it."""

from countyplan.diagnostics.catalogue import About, CatalogueEntry, EntryWording, Severity, entry, message, wording_of
from countyplan.diagnostics.code import Code
from countyplan.diagnostics.diagnostic import Diagnostic, Subject, UnusableError, in_order, with_more
from countyplan.diagnostics.example import Example, example
from countyplan.diagnostics.log import unobeyed, unobeyed_json, unobeyed_within, unobeyed_xml
from countyplan.diagnostics.place import Place, visible
from countyplan.diagnostics.term import Amount, Listed, Named, Term, Terms

__all__ = [
    "About",
    "Amount",
    "CatalogueEntry",
    "Code",
    "Diagnostic",
    "EntryWording",
    "Example",
    "Listed",
    "Named",
    "Place",
    "Severity",
    "Subject",
    "Term",
    "Terms",
    "UnusableError",
    "entry",
    "example",
    "in_order",
    "message",
    "unobeyed",
    "unobeyed_json",
    "unobeyed_within",
    "unobeyed_xml",
    "visible",
    "with_more",
    "wording_of",
]
