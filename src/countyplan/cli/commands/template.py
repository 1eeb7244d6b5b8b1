"""`countyplan template`: an empty submission to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from countyplan.cli.line import completion
from countyplan.cli.line.options import Panel, judging, option, writing
from countyplan.cli.line.words import area_id
from countyplan.cli.speech import texts_for

if TYPE_CHECKING:
    from countyplan.language.texts import Texts
    from countyplan.plan import Plan
    from countyplan.quantity import Period


_POINTS = "milestones"
_AREA = "AREA"
_PLANS_SUFFIXES = (".yaml", ".yml")


def template(
    area: Annotated[
        str,
        typer.Argument(
            metavar=_AREA,
            autocompletion=completion.one_area,
            help="地区，或 total；milestones 为年度要点的表单。Area or total; milestones: yearly points.",
        ),
    ],
    output: Annotated[
        Path,
        option(
            Panel.OUTPUT,
            "-o",
            "--output",
            metavar="FILE",
            help="文件，后缀决定格式。File; its suffix is the format.",
        ),
    ],
    period: Annotated[
        str,
        typer.Argument(
            metavar="PERIOD",
            help="报告期：2024、2024-Q2、2024-06；milestones 的地区。Period; the area of milestones.",
        ),
    ] = "",
    plan: judging.PlanFolder = None,
    lang: writing.Lang = None,
    force: Annotated[
        bool, option(Panel.OUTPUT, "--force", help="覆盖已有的文件。Overwrite a file that exists.")
    ] = False,
) -> None:
    """写一份空白报送表（.yaml、.csv、.xlsx）。Write an empty submission to fill in.

    countyplan template AREA 2024 -o form-2024.xlsx

    countyplan template milestones AREA -o action-plan.yaml
    """
    from countyplan.cli.out.files.inputs import keep_others
    from countyplan.cli.out.files.writing import Standing, standing_at, write_files
    from countyplan.cli.out.terminal.output import console
    from countyplan.cli.session import open_plan
    from countyplan.report.words.names import area_name
    from countyplan.schema import schema_text, submission_schema
    from countyplan.template import WRITERS, build_form

    # Who is refused reads it on a terminal, whatever the form is written in.
    texts, spoken = texts_for(lang, document=True), texts_for(lang)
    write = WRITERS.get(output.suffix.lower())
    if write is None:
        message = spoken.say("error.suffix_unknown", suffix=output.suffix, known=" ".join(WRITERS))
        raise typer.BadParameter(message, param_hint="--output")
    opened = open_plan(plan, spoken)
    texts, spoken = texts.of(opened), spoken.of(opened)
    if area == _POINTS:
        _write_points(opened, period, output, texts=texts, spoken=spoken, force=force)
        return
    of_area = area_id(opened, spoken, area, _AREA)
    form = build_form(opened, of_area, _period(opened, spoken, period), texts)
    if not form.lines:
        told = spoken.say("template.nothing_to_report", area=area_name(opened, of_area, spoken))
        raise typer.BadParameter(told, param_hint=_AREA)
    if standing_at(output, spoken) is Standing.FILE and not force:
        raise typer.BadParameter(spoken.say("template.exists", path=output), param_hint="--output")
    written = {output: write(form)}
    if output.suffix.lower() == ".yaml":
        schema = output.parent / form.schema
        keep_others([schema], spoken, force=force)
        written[schema] = schema_text(submission_schema(opened, texts)).encode("utf-8")
    write_files(written, spoken)
    for path in written:
        console(stderr=True).print(spoken.say("file.written", path=path), soft_wrap=True)


def _write_points(plan: Plan, name: str, output: Path, *, texts: Texts, spoken: Texts, force: bool) -> None:
    """The form for yearly work points, or for an area's action plan: a file of the plan, so it is YAML."""
    from countyplan.cli.out.files.inputs import keep_others
    from countyplan.cli.out.files.writing import write_file
    from countyplan.cli.out.terminal.output import console
    from countyplan.template.milestones import milestones_template

    if output.suffix.lower() not in _PLANS_SUFFIXES:
        message = spoken.say("error.suffix_unknown", suffix=output.suffix, known=" ".join(_PLANS_SUFFIXES))
        raise typer.BadParameter(message, param_hint="--output")
    area = area_id(plan, spoken, name, _AREA) if name else None
    keep_others([output], spoken, force=force)
    write_file(output, milestones_template(plan, area, texts), spoken)
    console(stderr=True).print(spoken.say("file.written", path=output), soft_wrap=True)


def _period(plan: Plan, texts: Texts, text: str) -> Period:
    from countyplan.quantity import parse_period

    found = parse_period(text)
    if found is None:
        raise typer.BadParameter(texts.say("error.period_unknown", name=text), param_hint="PERIOD")
    if found.year > plan.identity.last:
        message = texts.say("template.after_the_plan", last=plan.identity.last, period=found)
        raise typer.BadParameter(message, param_hint="PERIOD")
    return found
