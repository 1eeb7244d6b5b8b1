"""The lists of key projects in a report."""

from countyplan.report.projects.part import Projects, build_projects, projects_in
from countyplan.report.projects.table import ProjectTable

__all__ = ["ProjectTable", "Projects", "build_projects", "projects_in"]
