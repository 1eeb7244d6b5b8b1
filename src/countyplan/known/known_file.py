"""The file of known findings as a model."""

from __future__ import annotations

from typing import Annotated

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
