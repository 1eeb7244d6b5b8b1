"""Cases to be rendered, with whatever text a test wants in them."""

from __future__ import annotations

from countyplan.diagnostics import Severity
from countyplan.language import Language, Texts
from countyplan.report.case.case import Case, CaseRule, Cases, Outcome, gather
from countyplan.report.words.spot import Spot

HOSTILE = [
    "line\nbreak\r\nand::error::more", "::set-output name=x::y", "##[error]x", "100% %0A %25", "a:b,c=d", "]]><evil/>",
    "<b>&amp;\"'",
    "\x00\x08\x1b[31mred\x7f", "\ufffe\uffff", "\ud800 and \udcff", "a\u202eb\u2028c\u0085d", "{0} {{x}} [x](http://example.com)",
    "=cmd|' /C calc'!A0", "`code` | **bold** @all #1", "\U0001f600 汉字",
]  # fmt: skip


def case(
    text: str = "text", *, severity: Severity | None = Severity.ERROR, path: str = "a.yaml", number: int = 1
) -> Case:
    """An error whose every text holds `text`, at line 4, columns 3 to 6."""
    return Case(
        rule="CP105",
        severity=severity,
        outcome=Outcome.ERROR,
        spot=Spot(path, 4, 3, 7),
        title=f"title {text}.",
        message=f"message {text}.",
        hint=f"hint {text}.",
        group="countyplan.findings",
        name=f"name {text} {number}",
        fingerprint=f"{number:064}",
    )


def cases_of(*cases: Case) -> Cases:
    """A run with these cases, each of the one rule."""
    rule = CaseRule("CP105", "NotANumber", Severity.ERROR, "title", "what", "help", (("before", ("x: 1",)),))
    return gather(cases, [rule], [("a.yaml", "0" * 64)], "1.0", Texts(Language.EN))
