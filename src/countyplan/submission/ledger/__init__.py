"""Lists of key projects (重点项目清单): tables with a project a row."""

from countyplan.submission.ledger.project import Amount, Project

__all__ = ["Amount", "Project"]
