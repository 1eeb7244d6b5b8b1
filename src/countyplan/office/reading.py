"""An office file's bytes as its sheets, or why there are none: all that the process apart does with a file."""

from __future__ import annotations

from dataclasses import field

from countyplan.dataclass import dataclass
from countyplan.limits import Limits
from countyplan.office.content import OfficeKind, is_streams, kind_of_package, kind_of_streams
from countyplan.office.docx import read_docx, read_saved_by
from countyplan.office.ods.book import read_ods
from countyplan.office.package import BrokenError, Fault, Package
from countyplan.office.sheet import Limit, LimitError, Sheet
from countyplan.office.xlsx.book import read_xlsx


@dataclass(frozen=True, slots=True)
class Opened:
    """The sheets of a file that is of a kind that is read, and who, as a document says, saved it last."""

    kind: OfficeKind
    sheets: list[Sheet] = field(default_factory=list)
    saved_by: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that cannot be read, and what of it."""

    fault: Fault
    part: str = ""


@dataclass(frozen=True, slots=True)
class Beyond:
    """A file that takes more than it may, and the sheet that goes beyond, if one does."""

    limit: Limit
    sheet: str = ""


Outcome = Opened | Broken | Beyond


def open_office(data: bytes, limits: Limits) -> Outcome:
    """What the file holds. A kind that is not read has no sheets."""
    try:
        return _opened(data, limits)
    except BrokenError as error:
        return Broken(error.fault, error.part)
    except LimitError as error:
        return Beyond(error.limit, error.sheet)
    except MemoryError:
        return Beyond(Limit.MEMORY)
    # Whatever else is raised at a file that was made to break a reader says only that it is broken.
    except Exception:
        return Broken(Fault.STREAM)
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        return Broken(Fault.STREAM)


def _opened(data: bytes, limits: Limits) -> Opened:
    if is_streams(data):
        kind = kind_of_streams(data)
        if kind is not OfficeKind.XLS:
            return Opened(kind)
        # It alone needs a library, which costs more to load than a small workbook costs to read.
        from countyplan.office.xls import read_xls

        return Opened(kind, read_xls(data, limits))
    with Package(data, limits.unpacked) as package:
        kind, part = kind_of_package(package)
        match kind:
            case OfficeKind.XLSX:
                return Opened(kind, read_xlsx(package, part, limits))
            case OfficeKind.ODS:
                return Opened(kind, read_ods(package, limits))
            case OfficeKind.DOCX:
                return Opened(kind, read_docx(package, part, limits), read_saved_by(package))
            case _:
                return Opened(kind)
