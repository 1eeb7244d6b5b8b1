"""From a file (.txt, .md, .docx, .html, .pdf, standard input) to the paragraphs of a plan's text."""
