"""A form as YAML: a line for each figure, under comments that say what it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby

from countyplan.report.words.names import period_name
from countyplan.submission.words.fields import WHO_FILED
from countyplan.template.form import Form, Line, one_line
from countyplan.template.promised import state_words

# Whatever else a name may hold is put in quotation marks.
_PLAIN = re.compile(r"(?!(?i:null)$)[^\W\d_](?:[\w（）“”、' -]*[\w（）“”])?")


def yaml_template(form: Form) -> bytes:
    """The form in UTF-8."""
    return ("\n".join(_lines(form)) + "\n").encode("utf-8")


def _lines(form: Form) -> Iterator[str]:
    say = form.texts.say
    yield f"# yaml-language-server: $schema={form.schema}"
    title = say("template.title", area=form.area, period=period_name(form.period, form.texts), plan=form.plan)
    yield from _comment(title)
    yield "#"
    yield from _comment(say("template.how.yaml"))
    yield from _comment(say("template.how.missing"))
    yield from _comment(say("template.how.unit_key"))
    if any(line.bases for line in form.lines):
        yield from _comment(say("template.how.basis_key"))
    yield ""
    yield f"area: {_scalar(form.area)}"
    yield f"period: {form.period}"
    yield from _comment(say("template.how.submitted"))
    yield "submitted:"
    yield from _comment(say("template.how.filing"))
    yield from (f"{kind}:" for kind in WHO_FILED)
    yield from _comment(say("template.how.source"))
    yield "source:"
    yield ""
    yield "figures:"
    for clause, lines in groupby(form.lines, key=lambda line: line.clause):
        yield f"  # ==== {clause}"
        for line in lines:
            yield from _figure(form, line)
    if form.promises:
        yield from _promises(form)


def _promises(form: Form) -> Iterator[str]:
    """The commitments, each under the plan's words; one that is left empty was not reported."""
    say = form.texts.say
    yield from _comment(say("template.how.commitments", states=form.texts.join(state_words(form.texts))))
    yield "commitments:"
    for clause, promises in groupby(form.promises, key=lambda one: one.clause):
        yield f"  # ==== {one_line(clause)}"
        for one in promises:
            words = {"wording": one.wording, "due": one.due, "firmness": one.firmness, "evidence": one.evidence}
            asked = say("template.promise", **words)
            yield f"  # {one_line(asked)}"
            yield f"  {_scalar(one.name)}:"


def _figure(form: Form, line: Line) -> Iterator[str]:
    if line.wording:
        yield f"  # {form.demand(line)}"
    yield f"  # {_measure(form, line)}"
    for note in line.notes:
        yield f"  # {one_line(note)}"
    yield f"  {_scalar(line.name)}:"
    yield ""


def _measure(form: Form, line: Line) -> str:
    """The unit that is meant where none is written, and whether the figure runs on from year to year."""
    say = form.texts.say
    unit = form.texts.choose(line.unit.name, line.unit.name_en) or line.unit.name
    told = [say("template.unit", unit=unit) if unit else say("template.unit_none")]
    told += [say("template.adds_up")] if line.bases else []
    return say("clause.separator").join(told)


def _comment(text: str) -> Iterator[str]:
    return (f"# {line}" for line in text.splitlines())


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
