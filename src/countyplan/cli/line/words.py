"""What the words of options stand for: texts, areas, indicators, periods, inputs and formats."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, assert_never

import typer

from countyplan.cli.speech import texts_for
from countyplan.language.texts import Language, Texts
from countyplan.render.format import SUFFIXES, Format, ListingFormat, PageFormat

Chosen = TypeVar("Chosen", ListingFormat, PageFormat)

_MOST_NAMED = 20  # ours: as many as are read through in a line

if TYPE_CHECKING:
    from countyplan.plan import Names, Plan
    from countyplan.plan.selection import NotInPlanError, Selection
    from countyplan.quantity import Period
    from countyplan.submission.read import Input


def selection(
    plan: Plan, texts: Texts, areas: list[str] | None, units: list[str] | None, clauses: list[str] | None
) -> Selection:
    """What is asked for; names that the plan does not know end the run with exit code 2."""
    from countyplan.plan.selection import NotInPlanError, Selection

    try:
        return Selection.named(plan, areas=areas or None, units=units or None, clauses=clauses or None)
    except NotInPlanError as error:
        raise typer.BadParameter(_unknown(plan, error, texts), param_hint=f"--{error.part}") from error


def _unknown(plan: Plan, error: NotInPlanError, texts: Texts) -> str:
    from countyplan.plan.selection import Part

    name = error.names[0]
    match error.part:
        case Part.AREA:
            return _no_area(plan, name, texts, "all")
        case Part.UNIT:
            return _no(plan.unit_names, name, texts, "error.unit_unknown")
        case Part.CLAUSE:
            return texts.say("error.clause_unknown", name=name)
        case _:
            assert_never(error.part)


def area_id(plan: Plan, texts: Texts, name: str, parameter: str = "--area") -> str:
    """The area of that id, name or code."""
    found = plan.area_names.find(name)
    if found is None:
        raise typer.BadParameter(_no_area(plan, name, texts), param_hint=parameter)
    return found


def _no_area(plan: Plan, name: str, texts: Texts, *others: str) -> str:
    known = texts.join([*known_areas(plan, texts, plan.tree.order), *others])
    return texts.say("error.area_unknown", name=name, near=_near(plan.area_names, name, texts), known=known)


def known_areas(plan: Plan, texts: Texts, areas: Sequence[str]) -> list[str]:
    """Areas as they can be named, by name and id; of many only the first."""
    from countyplan.report.words.names import area_name

    told = [texts.say("error.area_named", name=area_name(plan, one, texts), id=one) for one in areas[:_MOST_NAMED]]
    return [*told, "…"] if len(areas) > _MOST_NAMED else told


def indicator_id(plan: Plan, texts: Texts, name: str) -> str:
    """The indicator of that id, name or alias."""
    found = plan.indicator_names.find(name)
    if found is None:
        raise typer.BadParameter(_no(plan.indicator_names, name, texts, "error.indicator_unknown"))
    return found


def _no(names: Names, name: str, texts: Texts, key: str) -> str:
    return texts.say(key, name=name, near=_near(names, name, texts))


def _near(names: Names, name: str, texts: Texts) -> str:
    near = names.nearest(name)
    return texts.say("error.near", near=near) if near else ""


def period(text: str | None, texts: Texts) -> Period | None:
    """The period that an option names."""
    from countyplan.quantity import parse_period

    if text is None:
        return None
    found = parse_period(text)
    if found is None:
        raise typer.BadParameter(texts.say("error.period_unknown", name=text), param_hint="--as-of")
    return found


def day(text: str | None, texts: Texts) -> str:
    """The day (ISO 8601) by which an answer is asked for; empty where none is named."""
    from countyplan.submission.record.day import parse_day

    if text is None:
        return ""
    found = parse_day(text)
    if found is None:
        raise typer.BadParameter(texts.say("error.no_day", name=text), param_hint="--reply-by")
    return found


def input_of(
    paths: Sequence[Path], encoding: str | None, input_format: str, limit: list[str] | None, texts: Texts
) -> Input:
    """How input that does not say so itself is to be read, and what standard input holds if it is asked for."""
    from countyplan.limits import MEGABYTE, Limits
    from countyplan.submission import Input
    from countyplan.submission.open.files import STANDARD_INPUT
    from countyplan.submission.readers import READERS

    suffix = f".{input_format.lower().removeprefix('.')}"
    if suffix not in READERS:
        message = texts.say("error.suffix_unread", suffix=input_format, known=" ".join(READERS))
        raise typer.BadParameter(message, param_hint="--input-format")
    if encoding is not None and not _is_text_encoding(encoding):
        raise typer.BadParameter(texts.say("error.encoding_unknown", name=encoding), param_hint="--encoding")
    try:
        limits = Limits().set(limit or [])
    except ValueError as error:
        message = texts.say("error.limit_unknown", text=error, known=" ".join(Limits.names()))
        raise typer.BadParameter(message, param_hint="--limit") from error
    data = sys.stdin.buffer.read(limits.size * MEGABYTE + 1) if STANDARD_INPUT in paths else b""
    return Input(encoding, suffix, data, limits, limits.processes or _processors())


def _processors() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _is_text_encoding(name: str) -> bool:
    """Whether bytes can be read as text by it; Python also knows encodings of bytes as bytes, such as hex."""
    try:
        b" ".decode(name)
    except LookupError:
        return False
    except UnicodeError:
        pass
    return True


def texts_in(
    formats: type[Chosen], lang: Language | None, asked: Chosen | None, output: Path | None
) -> tuple[Texts, Texts]:
    """The texts of a list, or of a page about a plan, in the format that it is to be written in, and those of its user."""
    spoken = texts_for(lang)
    return texts_for(lang, document=format_of(formats, asked, output, spoken).value != Format.TEXT), spoken


def format_of(formats: type[Chosen], asked: Chosen | None, output: Path | None, texts: Texts) -> Chosen:
    """The format asked for, else that of the file's suffix, else text; not everything is written in every format."""
    if asked is not None:
        return asked
    chosen = Format.TEXT if output is None else SUFFIXES.get(output.suffix.lower(), Format.TEXT)
    if chosen.value not in set(formats):
        known = " ".join(suffix for suffix, one in SUFFIXES.items() if one.value in set(formats))
        message = texts.say("error.suffix_unknown", suffix="" if output is None else output.suffix, known=known)
        raise typer.BadParameter(message, param_hint="--output")
    return formats(chosen.value)
