"""Who filled a submission in and when, as it is told beside its figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from countyplan.dataclass import dataclass
from countyplan.submission.words.fields import WHO_FILED, Field

# More than an office, a name or a number has: what is longer is cut.
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Filing:
    """When something was submitted, and who filled it in; each as it is written, empty where nothing is said."""

    submitted: str = ""
    reporting_unit: str = ""
    filled_in_by: str = ""
    telephone: str = ""

    @classmethod
    def of(cls, said: Mapping[Field, Iterable[str]]) -> Filing:
        """What is said of each field, on one line; of two that differ both."""

        def told(kind: Field) -> str:
            lines = (" ".join(text.split()) for text in said.get(kind, ()))
            shown = (text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…" for text in lines if text)
            return " / ".join(dict.fromkeys(shown))

        return cls(*(told(kind) for kind in (Field.SUBMITTED, *WHO_FILED)))
