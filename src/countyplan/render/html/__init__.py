"""The report as one page that opens anywhere: style, script and charts are in the file, and nothing is fetched."""

from countyplan.render.html.page import index_html, report_html

__all__ = ["index_html", "report_html"]
