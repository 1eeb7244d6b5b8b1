"""Every change of a digit, every dropped clause and every swapped unit, in the text or in the data, is found.

Run on a made-up plan, and on the shipped one where its text lies beside the checkout.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from countyplan.plan import shipped_plan
from countyplan.plan.draft.beside import DraftCommitments, DraftResponsibilities
from countyplan.plan.draft.draft import Draft, load_draft
from countyplan.plan.draft.targets import DraftTargets
from countyplan.plantext.audit.audit import audit
from countyplan.plantext.number import numbers_in
from countyplan.plantext.outline import clauses_of
from countyplan.plantext.reading.document import Document, Paragraph
from countyplan.plantext.reading.read import read_document
from countyplan.plantext.responsible import units_of
from countyplan.plantext.vocabulary import vocabulary
from tests.plantext.small import write_small_plan

SHIPPED_TEXT = Path(__file__).parents[2].parent / "shared" / "plan" / "plan-text.txt"
ZH = vocabulary("zh")
NUMERALS = "一二三四五六七八九"
# What the text says nothing of: ids and codes, ours alone, and translations.
NOT_FROM_THE_TEXT = {
    "id",
    "code",
    "version",
    "bounds",
    "pace",
    "tolerance",
    "stage",
    "government",
    "soft_words",
    "evidence",
    "for_the_whole",
    "begun_by",
}


@dataclass(frozen=True)
class Case:
    document: Document
    trees: dict[str, Any]

    def draft(self, trees: dict[str, Any]) -> Draft:
        commitments = trees.get("commitments")
        return Draft(
            targets=DraftTargets.model_validate(trees["targets"]),
            responsibilities=DraftResponsibilities.model_validate(trees["responsibilities"]),
            commitments=None if commitments is None else DraftCommitments.model_validate(commitments),
        )


@pytest.fixture(scope="module", params=["small", *(["shipped"] if SHIPPED_TEXT.exists() else [])])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    if request.param == "small":
        folder = write_small_plan(tmp_path_factory.mktemp("small"))
        text = folder / "text.txt"
    else:
        folder, text = shipped_plan(), SHIPPED_TEXT
    document = read_document(text)
    assert isinstance(document, Document)
    names = ("targets", "responsibilities", "commitments")
    files = {name: folder / f"{name}.yaml" for name in names}
    trees = {
        name: yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        for name, file in files.items()
        if file.exists()
    }
    case = Case(document, trees)
    assert case.draft(trees) == load_draft(folder)
    return case


def test_nothing_is_open_before_anything_is_changed(case: Case) -> None:
    found = audit(case.document, case.draft(case.trees))
    assert found.findings == ()


def next_digit(char: str) -> str:
    if char in NUMERALS:
        return NUMERALS[(NUMERALS.index(char) + 1) % len(NUMERALS)]
    digits = "０１２３４５６７８９" if char in "０１２３４５６７８９" else "0123456789"
    return digits[(digits.index(char) + 1) % 10]


def changed_digits(text: str, numerals: bool = True) -> Iterator[str]:
    for at, char in enumerate(text):
        if char.isdecimal() or (numerals and char in NUMERALS):
            yield text[:at] + next_digit(char) + text[at + 1 :]


def with_paragraph(document: Document, at: int, text: str | None) -> Document:
    paragraphs = list(document.paragraphs)
    if text is None:
        del paragraphs[at]
    else:
        paragraphs[at] = Paragraph(text, paragraphs[at].line)
    return Document(document.name, tuple(paragraphs))


def changed_texts(document: Document) -> Iterator[tuple[str, Document]]:
    clauses = clauses_of(document, ZH)
    for at, paragraph in enumerate(document.paragraphs):
        for text in changed_digits(paragraph.text):
            yield f"digit in {text[:20]}", with_paragraph(document, at, text)
        for one, other in (("亿元", "万元"), ("%", "‰"), ("％", "‰"), ("亩", "公顷")):
            if one in paragraph.text:
                yield (
                    f"{one} in {paragraph.text[:20]}",
                    with_paragraph(document, at, paragraph.text.replace(one, other, 1)),
                )
    for clause in clauses:
        if clause.counted:
            for part in clause.parts:
                yield f"dropped {clause.number}", with_paragraph(document, part.at, None)
        names = [unit.name for unit in units_of(clause, ZH)]
        for one, other in pairwise(names):
            at = clause.parts[-1].at
            text = document.paragraphs[at].text
            head, tail = text.rsplit("责任单位", 1)
            swapped = tail.replace(one, "\0", 1).replace(other, one, 1).replace("\0", other, 1)
            yield f"swapped {one} {other}", with_paragraph(document, at, head + "责任单位" + swapped)
        for name in names:
            at = clause.parts[-1].at
            head, tail = document.paragraphs[at].text.rsplit("责任单位", 1)
            yield (
                f"renamed {name}",
                with_paragraph(document, at, head + "责任单位" + tail.replace(name, f"某{name}", 1)),
            )


def test_every_change_of_the_text_is_found(case: Case) -> None:
    draft = case.draft(case.trees)
    changes = list(changed_texts(case.document))
    missed = [what for what, document in changes if audit(document, draft).clean]
    assert len(changes) > 60
    assert missed == []


def leaves(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key not in NOT_FROM_THE_TEXT and not key.endswith("_en"):
                yield from leaves(value, (*path, key))
    elif isinstance(tree, list):
        for at, value in enumerate(tree):
            yield from leaves(value, (*path, at))
    else:
        yield path, tree


def put(trees: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The same but for one value, which is left out where it is None."""
    first, *rest = path
    changed = copy(trees)
    if rest:
        changed[first] = put(trees[first], tuple(rest), value)
    elif value is None:
        del changed[first]
    else:
        changed[first] = value
    return changed


def is_said_by_the_text(path: tuple[Any, ...]) -> bool:
    """Why something is no target, and our words about units and commitments, are not of the text."""
    ids = "readings" in path[2:] or "areas" in path[2:] or "units" in path[2:]
    return path[-1] != "why" and path[1] != "evidence" and not ids


def changed_leaves(trees: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each datum with each of its digits changed; of more commitments than a hundred, which are all alike, a third."""
    for path, text in leaves(trees):
        is_ours = path[-1] in {"text", "because"}  # its digits have to be the text's, its words are ours
        if (
            "民法典" in text
            or not is_said_by_the_text(path)
            or (path[0] == "commitments" and path[-1] in {"name", "text", "because"})
            or (
                path[:2] == ("commitments", "commitments")
                and len(trees["commitments"]["commitments"]) > 99
                and path[2] % 3
            )
        ):
            continue
        # A number of one's own, and a year, whose other digits make it one of another millennium, century or decade.
        number = path[-1] in {"clause", "number", "due"} or path[1] == "none_named"
        for changed in (str(int(text) + 1),) if number else changed_digits(text, numerals=not is_ours):
            yield f"{path}: {text} > {changed}", put(trees, path, changed)


def changed_data(trees: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from changed_leaves(trees)
    targets, responsibilities = trees["targets"], trees["responsibilities"]
    for part in ("clauses", "indicators"):
        for at in range(len(targets[part])):
            yield f"dropped {part} {at}", put(trees, ("targets", part, at), None)
    for at, one in enumerate(targets["indicators"]):
        yield f"unit of {one['id']}", put(trees, ("targets", "indicators", at, "unit"), "万元" if one["unit"] else "%")
        for of in range(len(one["goals"]) if len(one["goals"]) > 1 else 0):
            yield f"dropped goal {of} of {one['id']}", put(trees, ("targets", "indicators", at, "goals", of), None)
    for at, one in enumerate(responsibilities["clauses"]):
        units = one["units"]
        yield f"dropped units of {one['clause']}", put(trees, ("responsibilities", "clauses", at), None)
        for of in range(len(units) - 1):
            swapped = [*units[:of], units[of + 1], units[of], *units[of + 2 :]]
            yield f"swapped {swapped}", put(trees, ("responsibilities", "clauses", at, "units"), swapped)


def test_every_change_of_the_data_is_found(case: Case) -> None:
    changes = list(changed_data(case.trees))
    missed = [what for what, trees in changes if audit(case.document, case.draft(trees)).clean]
    assert len(changes) > 60
    assert missed == []


def test_every_number_is_seen_by_the_mutations(case: Case) -> None:
    """Each digit of the text is part of a number that the audit lists."""
    listed = {(row.span.at, at) for row in audit(case.document, case.draft(case.trees)).numbers
              for at in range(row.span.start, row.span.end)}  # fmt: skip
    for at, paragraph in enumerate(case.document.paragraphs):
        digits = {place for place, char in enumerate(paragraph.narrow) if char.isdecimal()}
        assert digits <= {place for one, place in listed if one == at}
        assert {(at, n.start) for n in numbers_in(paragraph.narrow, ZH)} <= listed
