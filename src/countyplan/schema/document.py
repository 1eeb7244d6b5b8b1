"""What every JSON Schema here has in common."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(schema: Schema) -> str:
    """The schema as a document, the same for the same plan and language."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
