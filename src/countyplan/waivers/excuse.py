"""What the waivers excuse today, and which of them excuse nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from datetime import date
from os.path import realpath
from typing import assert_never

from countyplan.assess import GOOD, Assessment, Status
from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Target
from countyplan.waivers.load import OneCode, OneTarget, Waiver


@dataclass(frozen=True, slots=True)
class Excused:
    """What is excused and by which waiver: targets by indicator and area, and findings. It all stays to be told.

    A waiver for a target holds for its goals of every year.

    `diagnostics` are about the waivers themselves: those that are over, and those that excuse nothing.
    """

    targets: Mapping[tuple[str, str], Waiver] = field(default_factory=dict)
    findings: Mapping[Diagnostic, Waiver] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    def waiver_of(self, target: Target) -> Waiver | None:
        """The waiver that excuses a target, or None."""
        return self.targets.get((target.indicator.id, target.area))

    def answerable(self, assessments: Iterable[Assessment]) -> tuple[Assessment, ...]:
        """The verdicts that nothing excuses."""
        return tuple(one for one in assessments if self.waiver_of(one.target) is None)


def excuse(
    waivers: Iterable[Waiver],
    assessments: Iterable[Assessment],
    diagnostics: Collection[Diagnostic],
    files: Collection[str],
    today: date,
) -> Excused:
    """What `waivers` excuse of `assessments` and of what was found in `files`, on the day `today`.

    A waiver holds through its last day. One for a target that is not judged, or for a file that is not read, is not
    spoken of: another run may need it.
    """
    statuses: dict[tuple[str, str], set[Status]] = {}
    for verdict in assessments:
        statuses.setdefault((verdict.target.indicator.id, verdict.target.area), set()).add(verdict.status)
    real = {file: realpath(file) for file in {*files, *(one.file for one in diagnostics)}}
    read = {real[file] for file in files}
    by_place: dict[tuple[Code, str], list[Diagnostic]] = {}
    for one in diagnostics:
        by_place.setdefault((one.code, real[one.file]), []).append(one)
    targets: dict[tuple[str, str], Waiver] = {}
    findings: dict[Diagnostic, Waiver] = {}
    told: list[Diagnostic] = []
    for waiver in waivers:
        if waiver.grant.until < today:
            words = {"named": waiver.named, "until": str(waiver.grant.until)}
            told.append(Diagnostic(Code.WAIVER_EXPIRED, waiver.until, words))
            continue
        match waiver.subject:
            case OneTarget(indicator, area):
                judged = statuses.get((indicator, area), set())
                if judged and judged.issubset(GOOD):
                    told.append(Diagnostic(Code.WAIVER_NOT_NEEDED, waiver.place, {"named": waiver.named}))
                elif judged:
                    targets[indicator, area] = waiver
            case OneCode(code, file):
                excused = by_place.get((code, file), [])
                findings |= dict.fromkeys(excused, waiver)
                if file in read and not excused:
                    told.append(Diagnostic(Code.WAIVER_UNUSED, waiver.place, {"named": waiver.named}))
            case _:
                assert_never(waiver.subject)
    return Excused(targets, findings, tuple(told))
