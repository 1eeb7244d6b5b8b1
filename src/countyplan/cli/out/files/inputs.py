"""What a run has read, and what people keep by hand, is not written over."""

from __future__ import annotations

from collections.abc import Iterable
from os.path import realpath
from pathlib import Path

import typer

from countyplan.cli.out.files.writing import Standing, is_a_folder, once_made, standing_at
from countyplan.language.texts import Texts

# No result is written in these: a file of that kind that is there is a plan's, holds settings, waivers or what is known.
_BY_HAND = frozenset({".yaml", ".yml", ".toml"})


def refuse_unwritable(written: Iterable[Path], texts: Texts, option: str = "--output") -> None:
    """End the run before it begins if `option` names what nothing can be written to."""
    for path in written:
        if standing_at(path, texts, option) is Standing.FOLDER:
            raise is_a_folder(path, texts, option)


def keep_inputs(read: Iterable[Path], written: Iterable[Path], texts: Texts, option: str = "--output") -> None:
    """End the run before it writes if `option` names a file that it has read, by whatever path or link."""
    kept = {_identity(path) for path in read} - {None}
    for path in written:
        if _identity(path) in kept:
            raise typer.BadParameter(texts.say("error.is_an_input", path=path), param_hint=option)


def keep_others(written: Iterable[Path], texts: Texts, *, force: bool) -> None:
    """End the run before it writes if `--output` names, without `force`, a file that people keep by hand.

    That is one in YAML or TOML, and a schema that this program did not write.
    """
    for path in written:
        if standing_at(path, texts) is Standing.FILE and not force and _is_kept_by_hand(path):
            raise typer.BadParameter(texts.say("error.kept_by_hand", path=path), param_hint="--output")


def keep_existing(path: Path, texts: Texts, option: str, *, force: bool) -> None:
    """End the run before it writes if `option` names, without `force`, a file that is there already."""
    if standing_at(path, texts, option) is Standing.FILE and not force:
        raise typer.BadParameter(texts.say("error.kept_by_hand", path=path), param_hint=option)


def read_besides(settings: Path | None, plan: Path | None) -> list[Path]:
    """What a run reads besides submissions and what excuses them: the plan's files, its panels too, and the settings."""
    files = [] if settings is None else [settings]
    try:
        return [*files, *(path for path in plan.rglob("*") if path.is_file())] if plan else files
    except OSError:
        return files


def _is_kept_by_hand(path: Path) -> bool:
    from countyplan.submission.open.files import SCHEMA_SUFFIX

    led_to = Path(realpath(path))
    if any(one.name.endswith(SCHEMA_SUFFIX) for one in (path, led_to)):
        from countyplan.schema import is_own_schema

        return not is_own_schema(led_to)
    return led_to.suffix.lower() in _BY_HAND


def _identity(path: Path) -> tuple[int, int] | None:
    """The file behind a path; None where there is no file, a device or a pipe included: those are not written over."""
    path = once_made(path)
    try:
        return (path.stat().st_dev, path.stat().st_ino) if path.is_file() else None
    except (OSError, ValueError):
        return None
