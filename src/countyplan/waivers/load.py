"""From files of waivers, and where these lie, to the waivers that stand, and everything that is wrong with the others."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from os.path import isfile, realpath
from pathlib import Path

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Place, entry
from countyplan.plan import Plan
from countyplan.source import Mapping, Node, Scalar, Sequence
from countyplan.source.fault import Fault, read_as
from countyplan.source.file import read_documents
from countyplan.source.yaml_tree import place_of
from countyplan.submission.open.files import WAIVERS
from countyplan.waivers.grants import FindingGrant, TargetGrant

_LIST = "waivers"
_OF_A_FINDING = ("code", "file")


@dataclass(frozen=True, slots=True)
class OneTarget:
    """What a waiver excuses: a target by the ids of indicator and area."""

    indicator: str
    area: str


@dataclass(frozen=True, slots=True)
class OneCode:
    """What a waiver excuses: the findings of one code in one file, given by its whole path without links."""

    code: Code
    file: str


@dataclass(frozen=True, slots=True)
class Waiver:
    """A waiver that stands, and where: `place` names what it excuses, `until` its last day."""

    subject: OneTarget | OneCode
    grant: TargetGrant | FindingGrant
    place: Place
    until: Place

    @property
    def named(self) -> str:
        """What it excuses, as the file names it."""
        if isinstance(self.grant, TargetGrant):
            return f"{self.grant.target} {self.grant.area}"
        return f"{self.grant.code} {self.grant.file}"


def load_waivers(files: Iterable[Path], plan: Plan) -> tuple[tuple[Waiver, ...], list[Diagnostic]]:
    """Every waiver in `files` that names something there is, and what is wrong with the rest.

    Of two waivers for the same thing the first stands.
    """
    names = {*plan.area_names.written(), *plan.indicator_names.written()}
    found: list[Diagnostic] = []
    standing: dict[OneTarget | OneCode, Waiver] = {}
    for path in files:
        documents, faults = read_documents(path, {name for name in names if not name.isascii()})
        found += faults
        for item in _items(documents, found):
            waiver = _waiver(item, path.parent, plan, found)
            if waiver is None:
                continue
            first = standing.setdefault(waiver.subject, waiver)
            if first is not waiver:
                words = {"named": waiver.named, "first": str(first.place)}
                found.append(Diagnostic(Code.WAIVER_TWICE, waiver.place, words))
    return tuple(standing.values()), found


def _items(documents: list[Node], found: list[Diagnostic]) -> Iterator[Node]:
    for document in documents:
        waivers = document.get(_LIST) if isinstance(document, Mapping) else None
        if isinstance(document, Mapping):
            for name, (key, _) in document.entries.items():
                if name != _LIST:
                    found.append(_unknown_key(key.place, name, [_LIST]))
        if isinstance(waivers, Sequence):
            yield from waivers.items
        elif not isinstance(waivers, Scalar) or waivers.text is not None:
            place = document.place if waivers is None else waivers.place
            found.append(Diagnostic(Code.WAIVER_SHAPE, place, {"expected": f"{_LIST}: [{{target: …, area: …}}]"}))


def _waiver(item: Node, folder: Path, plan: Plan, found: list[Diagnostic]) -> Waiver | None:
    if not isinstance(item, Mapping):
        found.append(Diagnostic(Code.WAIVER_SHAPE, item.place, {"expected": "target: … area: … reason: …"}))
        return None
    model: type[TargetGrant | FindingGrant] = TargetGrant
    if any(key in item.entries for key in _OF_A_FINDING):
        model = FindingGrant
    grant = read_as(model, item)
    if isinstance(grant, tuple):
        found += [_finding(fault, [*model.model_fields()]) for fault in grant]
        return None
    key = "target" if isinstance(grant, TargetGrant) else "code"
    subject = _target(grant, item, plan, found) if isinstance(grant, TargetGrant) else _code(grant, item, folder, found)
    if subject is None:
        return None
    return Waiver(subject, grant, place_of(item, (key,)), place_of(item, ("until",)))


def _finding(fault: Fault, keys: list[str]) -> Diagnostic:
    match fault.kind:
        case "extra_forbidden":
            return _unknown_key(fault.place, fault.path, keys)
        case "missing" | Code.WAIVER_KEY_MISSING:
            return Diagnostic(Code.WAIVER_KEY_MISSING, fault.place, {"key": fault.path})
        case Code.WAIVER_DAY_WRONG:
            return Diagnostic(Code.WAIVER_DAY_WRONG, fault.place, {"text": fault.context["text"]})
        case _:
            return Diagnostic(Code.WAIVER_SHAPE, fault.place, {"expected": f"{fault.path}: …"})


def _unknown_key(place: Place, key: str, known: list[str]) -> Diagnostic:
    near = difflib.get_close_matches(key, known, n=1)
    return Diagnostic(Code.WAIVER_KEY_UNKNOWN, place, {"key": key, "near": near[0] if near else ""})


def _target(grant: TargetGrant, item: Mapping, plan: Plan, found: list[Diagnostic]) -> OneTarget | None:
    indicator, area = plan.indicator_names.find(grant.target), plan.area_names.find(grant.area)
    if indicator is None:
        words = {"text": grant.target, "near": plan.indicator_names.nearest(grant.target) or ""}
        found.append(Diagnostic(Code.WAIVER_TARGET_UNKNOWN, place_of(item, ("target",)), words))
    if area is None:
        words = {"text": grant.area, "near": plan.area_names.nearest(grant.area) or ""}
        found.append(Diagnostic(Code.WAIVER_AREA_UNKNOWN, place_of(item, ("area",)), words))
    if indicator is None or area is None:
        return None
    if not any((one.indicator.id, one.area) == (indicator, area) for one in plan.targets):
        words = {"indicator": grant.target, "area": grant.area}
        found.append(Diagnostic(Code.WAIVER_NOT_BOUND, place_of(item, ("target",)), words))
        return None
    return OneTarget(indicator, area)


def _code(grant: FindingGrant, item: Mapping, folder: Path, found: list[Diagnostic]) -> OneCode | None:
    # On Windows a path is written with backslashes, and read elsewhere too.
    name, file = grant.code.upper(), folder / grant.file.replace("\\", "/")
    known = name in set(Code) and entry(Code(name)).about.may_be_waived
    if not known:
        found.append(Diagnostic(Code.WAIVER_CODE_UNKNOWN, place_of(item, ("code",)), {"text": grant.code}))
    if not isfile(file):  # noqa: PTH113 -- a Path raises where a name is too long to be one
        found.append(Diagnostic(Code.WAIVER_FILE_UNKNOWN, place_of(item, ("file",)), {"text": grant.file}))
        return None
    return OneCode(Code(name), realpath(file)) if known else None


def waiver_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Each `waivers.yaml` in the folders of `paths` and below them, and beside the files of `paths`.

    Also one that is no file and cannot be read, such as a pipe: it is told where it would be read. A link that leads
    nowhere is told where submissions are found.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for file in _beside(path):
            found.setdefault(realpath(file), file)
    return tuple(found.values())


def _beside(path: Path) -> list[Path]:
    try:
        if path.is_dir():
            return sorted(file for file in path.rglob(WAIVERS) if _stands_there(file))
        beside = path.parent / WAIVERS
        return [beside] if path.exists() and _stands_there(beside) else []
    except OSError:
        # A path that cannot be looked at is told of where its submissions are read.
        return []


def _stands_there(file: Path) -> bool:
    return file.exists() and not file.is_dir()
