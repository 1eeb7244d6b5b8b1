"""From a file (.txt, .md, .docx, .html, .pdf, standard input) to the paragraphs of a plan's text."""

from countyplan.plantext.reading.document import Document, Paragraph
from countyplan.plantext.reading.read import read_document

__all__ = ["Document", "Paragraph", "read_document"]
