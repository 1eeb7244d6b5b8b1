"""How a result is told: on standard output, into files, and in the summary of a step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from countyplan.cli.out.files.destination import Destination
from countyplan.cli.out.files.inputs import keep_others
from countyplan.cli.out.files.pdf import pdf_fonts_told
from countyplan.cli.out.files.writing import write_file, write_files
from countyplan.cli.out.github import append
from countyplan.cli.out.terminal.output import print_left_out, write_bytes_out, write_out
from countyplan.cli.speech import texts_for
from countyplan.dataclass import dataclass
from countyplan.language.texts import Language, Texts
from countyplan.render.format import Format

# These say themselves how much is left out.
_IN_WORDS = frozenset({Format.TEXT, Format.MARKDOWN})


def hand_out(text: str, output: Path | None, texts: Texts, *, force: bool) -> None:
    """A text to standard output, or to a file, with `force` also over one that somebody else made."""
    if output is None:
        write_out(text)
    else:
        keep_others([output], texts, force=force)
        write_file(output, text.encode("utf-8"), texts)


class Told(Protocol):
    """A result in one language; `left_out` says how much of it was not asked for, or is empty."""

    @property
    def left_out(self) -> str:
        """How much is left out."""


Result = TypeVar("Result", bound=Told)


@dataclass(frozen=True, slots=True)
class Telling(Generic[Result]):
    """What a command has to tell: its result in a language, and how it is written, printed and summed up."""

    make: Callable[[Texts], Result]
    documents: Mapping[Format, Callable[[Result], bytes]]
    text: Callable[[Result], str]
    show: Callable[[Result], None]
    summary: Callable[[Result], str]

    def tell(self, chosen: Sequence[Destination], step: Path | None, lang: Language | None) -> None:
        """Tell it wherever it is to go; everything is made before anything is written."""
        texts, of_documents = texts_for(lang), texts_for(lang, document=True)
        made: dict[Language, Result] = {}

        def result(of: Texts) -> Result:
            if of.language not in made:
                made[of.language] = self.make(of)
            return made[of.language]

        on_terminal = Destination(Format.TEXT)
        written = [
            (one, self._written(one.format, result(texts if one.format is Format.TEXT else of_documents), texts))
            for one in chosen
            if one != on_terminal
        ]
        in_words = any(one.path is None and one.format in _IN_WORDS for one in chosen)
        left_out = "" if in_words or not result(of_documents).left_out else result(texts).left_out
        if on_terminal in chosen:
            self.show(result(texts))
        for one, data in written:
            if one.path is None:
                write_bytes_out(data)
        write_files({one.path: data for one, data in written if one.path is not None}, texts)
        if step is not None:
            append(step, self.summary(result(of_documents)), texts)
        print_left_out(left_out)

    def _written(self, format: Format, result: Result, texts: Texts) -> bytes:  # noqa: A002
        if format is Format.TEXT:
            return self.text(result).encode("utf-8")
        with pdf_fonts_told(format, texts):
            return self.documents[format](result)
