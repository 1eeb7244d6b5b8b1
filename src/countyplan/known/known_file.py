"""The file of known findings as a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

VERSION = 1


class KnownFinding(BaseModel):
    """A finding that is known, and how many of its kind there are.

    The fingerprint is what is compared; file, code and the line's text are there for whoever reads the file.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    file: Annotated[str, Field(description="The file, seen from the folder that this baseline lies in.")]
    code: str
    text: Annotated[str, Field(description="What stands in the line or row.")]
    count: Annotated[int, Field(ge=1)]
    fingerprint: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]


class KnownFile(BaseModel):
    """The whole file; `baseline` is the version of its form."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    baseline: int
    findings: list[KnownFinding]
