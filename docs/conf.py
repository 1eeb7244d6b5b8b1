"""How Sphinx makes a web site of the pages of one language: `make site`.

The pages are plain Markdown that reads well where it lies; what a site needs besides is put in here. The table of contents
is that of index.md: each heading is a part, each link below it a page.
"""

import re

project = "countyplan"
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "countyplan"
html_show_copyright = False
html_show_sphinx = False
myst_heading_anchors = 3
suppress_warnings = ["misc.highlighting_failure"]


def _contents(app, name, source):
    """Puts the table of contents behind the index, and behind an index of pages below it."""
    page = source[0]
    # Only the kind of a block is the site's concern.
    page = re.sub(r"^```(console) .*$", r"```\1", page, flags=re.MULTILINE)
    if name == "reference/findings":
        page += _tree(sorted(set(re.findall(r"\]\(([\w/]+)\.md#", page))))
    if name == "index":
        for heading, links in re.findall(r"^## (.+)\n\n((?:- .+\n)+)", page, re.MULTILINE):
            page += _tree(re.findall(r"\]\(([\w/-]+)\.md\)", links), f":caption: {heading}\n")
    source[0] = page


def _tree(pages, caption=""):
    return f"\n```{{toctree}}\n:hidden:\n{caption}\n" + "\n".join(pages) + "\n```\n"


def setup(app):
    """Called by Sphinx."""
    app.connect("source-read", _contents)
