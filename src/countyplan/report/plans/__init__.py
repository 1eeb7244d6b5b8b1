"""Pages about a plan itself: the audit of its text, and the plan as a list."""

from countyplan.report.plans.audit_page import AuditPage, audit_page

__all__ = ["AuditPage", "audit_page"]
