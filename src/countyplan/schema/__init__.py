"""JSON Schemas (draft 2020-12) of a submission and of a plan's files, made from what reads them."""

from countyplan.choice import PlanFile
from countyplan.schema.document import is_own_schema, schema_text
from countyplan.schema.plan import plan_schema
from countyplan.schema.submission import submission_schema

__all__ = ["PlanFile", "is_own_schema", "plan_schema", "schema_text", "submission_schema"]
