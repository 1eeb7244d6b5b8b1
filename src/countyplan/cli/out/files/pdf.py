"""What PDF needs that may be lacking: the library that sets it, and a font with Chinese characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec

import typer

from countyplan.language.texts import Texts
from countyplan.render.format import Format


def refuse_pdf_unset(formats: Iterable[Format], texts: Texts) -> None:
    """End a run that is to write PDF before it begins, where that cannot be set, and say how it could."""
    if Format.PDF in formats and find_spec("typst") is None:
        raise typer.BadParameter(texts.say("error.pdf_library"), param_hint="--output")


@contextmanager
def pdf_fonts_told(written: Format, texts: Texts) -> Iterator[None]:
    """End a run whose document has characters that no font has, before any of it is written, and say how it could be."""
    if written is not Format.PDF:
        yield
        return
    from countyplan.render.pdf.fonts import FontLackingError

    try:
        yield
    except FontLackingError as error:
        names = texts.join(error.names)
        raise typer.BadParameter(texts.say("error.pdf_font", names=names), param_hint="--output") from error
