"""Which of the figures that a file gives for one thing count: those at the plan's prices, and of those the most final."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Plan
from countyplan.submission.cell import Entry, fault, subject_of, who_reports
from countyplan.submission.words.fields import Field
from countyplan.submission.words.nature import Prices, Stage, stage_in
from countyplan.submission.words.number import is_not_reported
from countyplan.submission.words.qualifier import Qualifier


def settled(entries: list[Entry], plan: Plan, found: list[Diagnostic]) -> list[Entry]:
    """The entries that count; those at constant prices and those that a later stage replaces are told in `found`."""
    kept = []
    for entry in entries:
        if entry.prices is Prices.CONSTANT and _at_current_prices(entry, plan):
            found.append(_told(entry, plan, Code.CONSTANT_PRICES))
            kept.append(who_reports(entry))
        else:
            kept.append(entry)
    latest: dict[object, Stage] = {}
    for key, entry in _staged(kept):
        latest[key] = max(latest.get(key, Stage.PRELIMINARY), entry.stage or Stage.UNSAID)
    of_entry = {id(entry): key for key, entry in _staged(kept)}
    return [_counted(entry, latest.get(of_entry.get(id(entry))), plan, found) for entry in kept]


def _staged(entries: list[Entry]) -> Iterator[tuple[object, Entry]]:
    """The entries that say how final they are, and those of the same thing, each with what it is of."""
    keys = {_key(entry) for entry in entries if entry.stage is not None}
    yield from ((key, entry) for entry in entries if keys and (key := _key(entry)) in keys and key is not None)


def _key(entry: Entry) -> object:
    """What an entry with a figure is of, as far as its table tells; None where it is not known or not reported."""
    meant, value = entry.meant, entry.cells.get(Field.VALUE)
    if value is None or is_not_reported(value.text) or None in (meant.area, meant.indicator, meant.period):
        return None
    return meant.area, meant.indicator, meant.period, meant.basis or entry.text(Field.BASIS)


def _counted(entry: Entry, latest: Stage | None, plan: Plan, found: list[Diagnostic]) -> Entry:
    """The entry, with a remark if it is preliminary; only who reports where another one is more final."""
    stage = entry.stage or Stage.UNSAID
    if latest is not None and stage < latest:
        found.append(_told(entry, plan, Code.EARLIER_STAGE))
        return who_reports(entry)
    # A note that says so goes into the report as it stands.
    said = stage_in(entry.text(Field.NOTE)) is not None or Qualifier.PRELIMINARY in entry.qualifiers
    if stage is Stage.PRELIMINARY and not said:
        return replace(entry, qualifiers=(*entry.qualifiers, Qualifier.PRELIMINARY))
    return entry


def _at_current_prices(entry: Entry, plan: Plan) -> bool:
    measured = plan.measured.get(entry.meant.indicator or "")
    return measured is not None and measured.prices is not None and _key(entry) is not None


def _told(entry: Entry, plan: Plan, code: Code) -> Diagnostic:
    name = plan.measured[entry.meant.indicator or ""].name
    return fault(entry.cells[Field.VALUE], code, subject_of(entry, plan), indicator=name)
