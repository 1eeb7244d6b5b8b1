"""What a file is to hold, as plain classes: pydantic checks what somebody wrote, and what ships is only turned."""

from countyplan.model.model import Model
from countyplan.model.turn import after, before, field, json_schema, refused

__all__ = ["Model", "after", "before", "field", "json_schema", "refused"]
