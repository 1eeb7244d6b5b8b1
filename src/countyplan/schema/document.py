"""What every JSON Schema here has in common."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeAlias

from countyplan.language import Language, Texts
from countyplan.source.file import read_bytes

Schema: TypeAlias = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(schema: Schema) -> str:
    """The schema as a document, the same for the same plan and language."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def is_own_schema(path: Path) -> bool:
    """Whether a file is a schema that this program has written, in whichever language."""
    data = read_bytes(path)
    try:
        schema = json.loads(data) if isinstance(data, bytes) else None
    except (ValueError, RecursionError):
        return False
    return isinstance(schema, dict) and schema.get("$comment") in {
        Texts(language).say("schema.generated") for language in Language
    }
