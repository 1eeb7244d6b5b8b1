"""From today's findings to the file that remembers them."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import yaml

from countyplan.diagnostics import Diagnostic, visible
from countyplan.diagnostics.fingerprint import fingerprint
from countyplan.model import Model, field

VERSION = 1


class KnownFinding(Model):
    """A finding that is known, and how many of its kind there are.

    The fingerprint is what is compared; file, code and the line's text are there for whoever reads the file.
    """

    file: Annotated[str, field(description="The file, seen from the folder that this baseline lies in.")]
    code: str
    text: Annotated[str, field(description="What stands in the line or row.")]
    count: Annotated[int, field(ge=1)]
    fingerprint: Annotated[str, field(pattern="^[0-9a-f]{32}$")]


class KnownFile(Model):
    """The whole file; `baseline` is the version of its form."""

    baseline: int
    findings: list[KnownFinding]


def memorable(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that a file of known findings holds: those about what submissions that could be read say."""
    return tuple(one for one in diagnostics if one.about.may_be_known)


def record(diagnostics: Iterable[Diagnostic], folder: Path) -> tuple[KnownFinding, ...]:
    """The findings as a file of known findings in `folder` holds them, in a fixed order whatever moved in their files."""
    counts: Counter[tuple[str, str, str, str]] = Counter()
    for one in memorable(diagnostics):
        file = seen_from(folder, one.place.file)
        text = visible((one.place.excerpt or "").strip())
        counts[file, one.code.value, text, mark(one, folder)] += 1
    return tuple(
        KnownFinding(file=file, code=code, text=text, count=count, fingerprint=print_)
        for (file, code, text, print_), count in sorted(counts.items())
    )


def mark(diagnostic: Diagnostic, folder: Path) -> str:
    """The fingerprint of a finding whose file is seen from `folder`: the same wherever the command is run."""
    file = seen_from(folder, diagnostic.place.file)
    return fingerprint(diagnostic.moved(replace(diagnostic.place, file=file)))


def seen_from(folder: Path, file: str) -> str:
    """`file` as it is named from `folder`; on another drive than that it keeps its name."""
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:
        return file


def write(known: Iterable[KnownFinding]) -> bytes:
    """The file: YAML, a finding after the other, so that a change of one shows as a change of its lines."""
    data = {"baseline": VERSION, "findings": [one.model_dump() for one in known]}
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=sys.maxsize)
    return f"# countyplan validate --write-baseline\n{text}".encode()
