"""What a container of streams is, told by the names of its streams."""

from __future__ import annotations

import pytest

from countyplan.office import OLE
from countyplan.office.content import OfficeKind, kind_of_streams
from countyplan.office.reading import Opened
from tests.office.made import outcome, refused


def streams(*names: str) -> bytes:
    return OLE + bytes(500) + b"".join(name.encode("utf-16-le") + bytes(40) for name in names)


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["Workbook"], OfficeKind.XLS),
        (["Book"], OfficeKind.XLS),
        # What is embedded in a workbook or a document stands beside it.
        (["WordDocument", "Workbook"], OfficeKind.XLS),
        (["WordDocument"], OfficeKind.DOC),
        (["PowerPoint Document"], OfficeKind.DOC),
        ([], OfficeKind.XLS),
    ],
)
def test_the_kind_is_that_of_the_streams(names: list[str], kind: OfficeKind) -> None:
    assert kind_of_streams(streams(*names)) is kind


def test_a_document_is_opened_as_nothing_that_is_read() -> None:
    assert outcome(streams("WordDocument")) == Opened(OfficeKind.DOC)


def test_what_a_password_encloses_is_told_as_that() -> None:
    assert refused(streams("EncryptedPackage", "Workbook")) == "password"
