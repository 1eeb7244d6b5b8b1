"""Pages about a plan itself: the audit of its text, the plan as a list, and what a draft demands."""

from countyplan.report.plans.audit_page import AuditPage, audit_page
from countyplan.report.plans.diff_listing import list_changes
from countyplan.report.plans.draft_listing import list_draft, list_draft_units
from countyplan.report.plans.show_page import ShowPage, show_page

__all__ = [
    "AuditPage",
    "ShowPage",
    "audit_page",
    "list_changes",
    "list_draft",
    "list_draft_units",
    "show_page",
]
