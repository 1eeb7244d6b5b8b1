"""What the templates are filled in with: how a value becomes text of a page, and what they call by name.

It is heavy and loaded for a page alone.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from countyplan.diagnostics import unobeyed_xml, visible
from countyplan.render.drawing.charts import bullet, ends, way
from countyplan.render.drawing.labels import labels
from countyplan.render.text.excerpt import marked_excerpt

_EXCERPT_WIDTH = 200
_REMEMBERED = 4096
# An amount with its unit, a number with what it counts, a day: a line of a page ends within none of them. The end of a
# name (CP218, 2024.yaml) is no number.
_WHOLE = re.compile(
    r"(?<![A-Za-z0-9_.])(?:[A-Z]{3} [0-9][0-9.,]*[0-9]*(?: [a-z]+)?|[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}|"
    r"[0-9][0-9.,]*%?(?:[\u4e00-\u9fff]{1,4}| [a-z][A-Za-z0-9]*))"
)
_COMPARES = re.compile(r"([<>])= (?=-?\d)")


@cache
def page_environment() -> Environment:
    """Jinja with the templates of the package; whatever is not mark-up of ours is escaped."""
    environment = Environment(
        loader=PackageLoader("countyplan.render.html", "templates"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["typeset"] = _typeset
    environment.filters["unbroken"] = _unbroken
    environment.globals.update(
        bullet_of=bullet,
        way_of=way,
        labels_of=labels,
        ends=ends,
        excerpt=lambda problem: marked_excerpt(problem, _EXCERPT_WIDTH),
    )
    return environment


def _shown(value: object) -> object:
    """What the page shows of a value: text with whatever a reader could not see written out; mark-up is its own."""
    return value if hasattr(value, "__html__") else _escaped(str(value))


@lru_cache(_REMEMBERED)
def _escaped(text: str) -> Markup:
    """A page says much of it many times: the places of its charts, statuses, names."""
    return Markup(unobeyed_xml(str(escape(visible(text)))))


def _typeset(text: str) -> str:
    """`>=` and `<=` before a number as the signs that print has for them."""
    return _COMPARES.sub(lambda found: "≥ " if found[1] == ">" else "≤ ", text)


@lru_cache(_REMEMBERED)
def _unbroken(text: str) -> Markup:
    """A sentence whose amounts and what they count stay together where a line ends."""
    return Markup(_WHOLE.sub(lambda found: f'<span class="whole">{found[0]}</span>', str(_shown(_typeset(text)))))
