"""Where a run's result goes: standard output, files, or both, and in which format each."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

import typer

from countyplan.cli.out.files.pdf import refuse_pdf_unset
from countyplan.dataclass import dataclass
from countyplan.language.texts import Texts
from countyplan.render.format import BINARY, SUFFIXES, Format


@dataclass(frozen=True, slots=True)
class Destination:
    """A format, and the file that it is written to; None is standard output."""

    format: Format
    path: Path | None = None


def destinations(
    asked: Format | None, outputs: Sequence[str] | None, known: Collection[Format], texts: Texts
) -> tuple[Destination, ...]:
    """Where the result goes, in which of the formats `known`; what cannot be meant ends the run before it begins.

    `FORMAT=FILE` is written beside what standard output shows. A file without a format takes the place of standard output;
    its format is the one `asked` for, else that of its suffix, else text.
    """
    for value in outputs or []:
        _refuse_misspelt(value, known, texts)
    named = [_destination(value, asked) for value in outputs or []]
    shown = [] if replaces_standard_output(outputs) else [Destination(asked or Format.TEXT)]
    chosen = (*shown, *named)
    for one in chosen:
        if one.format not in {Format.TEXT, *known}:
            names = texts.join([each.value for each in Format if each in {Format.TEXT, *known}])
            message = texts.say("error.format_elsewhere", name=one.format.value, known=names)
            raise typer.BadParameter(message, param_hint="--format" if one.path is None else "--output")
    _refuse_on_terminal(shown, texts)
    refuse_pdf_unset((one.format for one in chosen), texts)
    _refuse_one_file_twice([one.path for one in named if one.path is not None], texts)
    return chosen


def _refuse_on_terminal(shown: Sequence[Destination], texts: Texts) -> None:
    """What a terminal cannot show is not sent to one."""
    for one in shown:
        if one.format in BINARY and sys.stdout.isatty():
            message = texts.say("error.not_for_terminal", format=one.format.value)
            raise typer.BadParameter(message, param_hint="--format")


def replaces_standard_output(outputs: Sequence[str] | None) -> bool:
    """Whether one of the files names no format, and so takes the place of standard output."""
    return any(_format_named(value) is None for value in outputs or [])


def _destination(value: str, asked: Format | None) -> Destination:
    named = _format_named(value)
    if named is not None:
        return Destination(named, Path(value.partition("=")[2]))
    path = Path(value)
    return Destination(asked or SUFFIXES.get(path.suffix.lower(), Format.TEXT), path)


def _format_named(value: str) -> Format | None:
    """The format before `=`; a path that has a `=` of its own, or a drive before a colon, names none."""
    name, equals, file = value.partition("=")
    return Format(name) if equals and file and name in set(Format) else None


def _refuse_misspelt(value: str, known: Collection[Format], texts: Texts) -> None:
    """A word before `=` that names no format; a file with such a name is written as ./a=b.json."""
    name, equals, file = value.partition("=")
    if equals and (not file or name not in set(Format)) and (not name or (name.isascii() and name.isalpha())):
        names = texts.join([one.value for one in Format if one in {Format.TEXT, *known}])
        message = texts.say("error.output_format_unknown", name=name, known=names)
        raise typer.BadParameter(message, param_hint="--output")


def _refuse_one_file_twice(paths: Sequence[Path], texts: Texts) -> None:
    seen: set[str] = set()
    for path in paths:
        place = os.path.normcase(os.path.realpath(path))
        if place in seen:
            raise typer.BadParameter(texts.say("error.written_twice", path=path), param_hint="--output")
        seen.add(place)
