"""Whether the commitments agree with their own words and with the plan's years."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan.beside.commitments import Commitment, CommitmentsFile
from countyplan.plan.files.identity import Identity
from countyplan.plan.files.values import Firmness
from countyplan.source import Node
from countyplan.source.yaml_tree import place_of


def lint_commitments(file: CommitmentsFile, identity: Identity, tree: Node) -> Iterator[Diagnostic]:
    """Firm commitments whose words only ask for an effort, due dates before the plan, readings that nothing rests on."""
    of_firmness = {reading.id for reading in file.readings if reading.on == "firmness"}
    for at, one in enumerate(file.commitments):
        if word := _softens(one, file.soft_words, of_firmness):
            place = place_of(tree, ("commitments", at, "firmness"))
            yield Diagnostic(Code.SOFT_WORDING, place, {"wording": one.wording, "word": word})
        if not identity.first <= one.due <= identity.last:
            detail = f"{identity.first} <= {one.due} <= {identity.last}"
            words = {"path": f"commitments[{at}].due", "detail": detail}
            yield Diagnostic(Code.PLAN_VALUE_INVALID, place_of(tree, ("commitments", at, "due")), words)
    used = {reading for one in file.commitments for reading in one.readings}
    for at, reading in enumerate(file.readings):
        if reading.id not in used:
            yield Diagnostic(Code.READING_UNUSED, place_of(tree, ("readings", at, "id")), {"id": reading.id})


def _softens(one: Commitment, soft_words: tuple[str, ...], of_firmness: set[str]) -> str:
    """The word that makes a commitment less than firm although it says so without a reason; empty where there is none."""
    if one.firmness is not Firmness.FIRM or of_firmness & set(one.readings):
        return ""
    return next((word for word in soft_words if word in one.wording), "")
