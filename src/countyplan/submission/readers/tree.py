"""Files of keys and values: YAML and JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from countyplan.diagnostics import Diagnostic
from countyplan.limits import Limits
from countyplan.submission.open.own_report import is_own_json
from countyplan.submission.readers.source import Read, Source
from countyplan.submission.readers.text import text_of
from countyplan.submission.readers.yaml_reader import read_json, read_yaml


def of_yaml(source: Source) -> Read:
    """Documents in YAML, by the short way where one is like others that were read before."""
    text = text_of(source)
    plain = source.documents.read(text, source.file, source.limits) if isinstance(text, str) else None
    if plain is None:
        return _tree(source, text, read_yaml)
    return Read([], plain.diagnostics, filings=[plain.filing], areas={plain.area}, figures=plain.figures)


def of_json(source: Source) -> Read:
    """A document in JSON, unless it is one that this program wrote."""
    return _tree(source, text_of(source), read_json)


def _tree(source: Source, text: str | Diagnostic, read: Callable[[str, str, Limits], Read]) -> Read:
    own_report = is_own_json(source.data)
    if isinstance(text, Diagnostic):
        return Read(diagnostics=[text], own_report=own_report)
    return replace(read(text, source.file, source.limits), own_report=own_report)
