"""What has a finding, by an example. Examples are written for the plan that ships, and lie beside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import cast

from countyplan.dataclass import dataclass
from countyplan.diagnostics.code import Code
from countyplan.language.shipped import parsed, shipped_data

_FILE = "diagnostics/examples.yaml"


@dataclass(frozen=True, slots=True)
class Example:
    """A made-up file, command or table: `before` has the finding, `after` has it no longer."""

    before: str
    after: str


def example(code: Code) -> Example:
    """The example of `code`. LookupError if it lacks one, or half of one."""
    return Example(_examples()[code]["before"], _examples()[code]["after"])


@cache
def _examples() -> Mapping[str, Mapping[str, str]]:
    return cast("Mapping[str, Mapping[str, str]]", parsed((shipped_data() / _FILE).read_bytes()))
