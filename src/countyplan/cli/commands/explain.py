"""`countyplan explain`: the reasoning behind one verdict, or what a diagnostic means."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from countyplan.cli.line import completion, words
from countyplan.cli.line.options import Panel, judging, option, writing
from countyplan.cli.speech import texts_for
from countyplan.render.format import ProseFormat

if TYPE_CHECKING:
    from countyplan.language.texts import Texts
    from countyplan.plan import Plan
    from countyplan.report.commitments.row import CommitmentRow
    from countyplan.report.explanation.telling import Explanation
    from countyplan.report.row.row_model import Row
    from countyplan.run.judged import Judged

_CODE = re.compile(r"cp\d+", re.IGNORECASE)


def explain(
    target: Annotated[
        str,
        typer.Argument(
            metavar="TARGET",
            autocompletion=completion.indicators,
            help="指标或承诺，或诊断代码如 CP101。Indicator or commitment by id or name, or a code like CP101.",
        ),
    ],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="报送文件或文件夹。Submissions: files or folders."),
    ] = None,
    area: Annotated[
        str | None,
        option(
            Panel.SCOPE,
            autocompletion=completion.one_area,
            help="地区，或 total。Area by id, name or code; total.",
        ),
    ] = None,
    due: Annotated[
        int | None,
        option(
            Panel.SCOPE,
            help="目标的期限，如 2030；不写是下一个到期的。The year a goal is due, by default the next one.",
        ),
    ] = None,
    plan: judging.PlanFolder = None,
    as_of: judging.AsOf = None,
    format: Annotated[  # noqa: A002 -- the option's name is part of the contract
        ProseFormat, option(Panel.OUTPUT, help="输出格式。Format.")
    ] = ProseFormat.TEXT,
    lang: writing.Lang = None,
    carry_forward: judging.CarryForward = False,
    waivers: judging.WaiverFile = None,
    baseline: judging.Baseline = None,
    encoding: judging.Encoding = None,
    input_format: judging.InputFormat = "yaml",
    limit: judging.Limit = None,
) -> None:
    """说明一项判断的依据和算式，或一个诊断代码。Tell the reasoning behind a verdict, or what a code means.

    countyplan explain INDICATOR submissions --area AREA

    countyplan explain CP101
    """
    texts = texts_for(lang, document=format is not ProseFormat.TEXT)
    if _CODE.fullmatch(target):
        _explain_code(target.upper(), format, texts)
        return
    from countyplan.cli.out.terminal.output import console, print_remarks, write_out
    from countyplan.cli.session import asked_of, conclude, judge_with_progress, open_plan
    from countyplan.render.data.json import explanation_json
    from countyplan.render.markdown.listing import explanation_markdown
    from countyplan.render.text.told import print_explanation
    from countyplan.report.words.problem import problems

    spoken = texts_for(lang)
    opened = open_plan(plan, spoken)
    texts, spoken = texts.of(opened), spoken.of(opened)
    promised = opened.indicator_names.find(target) is None and opened.commitment_names.find(target)
    indicator = promised or words.indicator_id(opened, spoken, target)
    chosen = _area(opened, spoken, indicator, area)
    _check_due(opened, spoken, indicator, chosen, due)
    if not paths:
        raise typer.BadParameter(spoken.say("error.paths_needed"))
    asked = asked_of(
        opened,
        spoken,
        paths=paths,
        as_of=as_of,
        area=[chosen],
        carry_forward=carry_forward,
        waivers=waivers,
        known=baseline,
        encoding=encoding,
        input_format=input_format,
        limit=limit,
    )
    judged = judge_with_progress(asked, spoken)
    explanation = (
        _explained_commitment(judged, indicator, texts) if promised else _explained(judged, indicator, due, texts)
    )
    match format:
        case ProseFormat.JSON:
            write_out(explanation_json(explanation))
        case ProseFormat.MARKDOWN:
            write_out(explanation_markdown(explanation))
        case ProseFormat.TEXT:
            print_explanation(explanation, console())
    # The reasoning names the figures that were refused; why each of them was is told beside it.
    print_remarks(problems(judged.errors, spoken, judged.excuses))
    conclude(judged)


def _explained(judged: Judged, indicator: str, due: int | None, texts: Texts) -> Explanation[Row]:
    from countyplan.report.explanation.explanation import explain as explain_verdict
    from countyplan.report.explanation.explanation import with_hardness

    several = [found for found in judged.assessments if found.target.indicator.id == indicator]
    first_open = (found for found in several if judged.figures.as_of.end <= found.target.due.end)
    one = next((found for found in several if found.target.indicator.due == due), next(first_open, several[-1]))
    plan, waiver = judged.asked.plan, judged.excused.waiver_of(one.target)
    return with_hardness(explain_verdict(plan, one, judged.figures.as_of, texts, waiver), plan, one, texts)


def _explained_commitment(judged: Judged, commitment: str, texts: Texts) -> Explanation[CommitmentRow]:
    from countyplan.report.explanation.commitment import explain_commitment

    one = next(found for found in judged.commitments() if found.bound.commitment.id == commitment)
    return explain_commitment(judged.asked.plan, one, judged.figures.as_of, texts)


def _area(plan: Plan, texts: Texts, indicator: str, area: str | None) -> str:
    """The area to explain; it may be left out where only one is bound."""
    from countyplan.report.words.names import area_name

    bound = list(plan.targets_of(indicator))
    bound += [one.area for one in plan.commitments if one.commitment.id == indicator]
    known = texts.join(words.known_areas(plan, texts, list(dict.fromkeys(bound))))
    if area is None:
        if len(bound) != 1:
            raise typer.BadParameter(
                texts.say("error.area_needed", indicator=_name(plan, indicator, texts), known=known)
            )
        return bound[0]
    chosen = words.area_id(plan, texts, area)
    if chosen not in bound:
        named = {"area": area_name(plan, chosen, texts), "indicator": _name(plan, indicator, texts)}
        message = texts.say("error.target_not_bound", known=known, **named)
        raise typer.BadParameter(message, param_hint="--area")
    return chosen


def _check_due(plan: Plan, texts: Texts, indicator: str, area: str, due: int | None) -> None:
    years = [one.indicator.due for one in plan.targets_of(indicator).get(area, ())]
    if due is not None and due not in years:
        known = texts.join([str(year) for year in years])
        message = texts.say("error.due_unknown", due=due, indicator=_name(plan, indicator, texts), known=known)
        raise typer.BadParameter(message, param_hint="--due")


def _name(plan: Plan, name: str, texts: Texts) -> str:
    named = plan.measured.get(name) or next(one for one in plan.commitments_file.commitments if one.id == name)
    return texts.choose(named.name, named.name_en)


def _explain_code(name: str, format: ProseFormat, texts: Texts) -> None:  # noqa: A002
    from countyplan.cli.out.terminal.output import console, write_out
    from countyplan.diagnostics import Code
    from countyplan.render.data.json import meaning_json
    from countyplan.render.markdown.listing import meaning_markdown
    from countyplan.render.text.told import print_meaning
    from countyplan.report.words.meaning import meaning

    if name not in set(Code):
        raise typer.BadParameter(texts.say("error.code_unknown", name=name))
    found = meaning(Code(name), texts)
    match format:
        case ProseFormat.JSON:
            write_out(meaning_json(found))
        case ProseFormat.MARKDOWN:
            write_out(meaning_markdown(found))
        case ProseFormat.TEXT:
            print_meaning(found, console())
