"""What PDF needs that may be lacking: the library that sets it, and a font with Chinese characters."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec

import typer

from countyplan.language.texts import Texts
from countyplan.render.format import Format


def refuse_pdf_unset(formats: Iterable[Format], texts: Texts) -> None:
    """End a run that is to write PDF before it begins, where that cannot be set, and say how it could."""
    if Format.PDF not in formats:
        return
    if find_spec("typst") is None:
        raise typer.BadParameter(texts.say("error.pdf_library"), param_hint="--output")
    from countyplan.render.pdf.fonts import chinese_lacking

    if names := chinese_lacking():
        raise typer.BadParameter(texts.say("error.pdf_font", names=texts.join(names)), param_hint="--output")
