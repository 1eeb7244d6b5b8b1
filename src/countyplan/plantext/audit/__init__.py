"""Whether every number of a plan's text is accounted for in its data, and every datum in the text."""

from countyplan.plantext.audit.audit import audit
from countyplan.plantext.audit.audit_model import Audit, Finding, FindingKind, NumberRow, State

__all__ = ["Audit", "Finding", "FindingKind", "NumberRow", "State", "audit"]
