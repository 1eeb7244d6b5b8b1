"""Whether an unknown name is a slip of one that the plan knows, or simply another thing (人均地区生产总值)."""

from __future__ import annotations

from countyplan.pattern import pattern
from countyplan.plan import Names, Plan, squeeze
from countyplan.submission.words.numbering import without_mark, without_numbering
from countyplan.submission.words.title.words import unit_behind
from countyplan.submission.words.vocabulary import form, one_of

_ANOTHER = form(one_of("another_quantity"))
_A_PLACE = form(rf"{one_of('a_place')}$")
_A_PART = form(one_of("part_of_a_place"))
_A_REMARK = form(one_of("a_remark", "place_above"))
_A_GROUP = form(one_of("a_group"))
_BEHIND = pattern(r"[(（\[【][^()（）\[\]【】]*[)）\]】]$")


def slip_of(text: str, names: Names) -> str | None:
    """The known name that `text` was most likely meant to be; none where a word of it (人均) makes another thing of it."""
    bare = _BEHIND.sub("", without_mark(without_numbering(text))[0]).strip() or text
    near = names.nearest(bare)
    if near is None:
        return None
    typed, known = squeeze(bare), squeeze(near)
    others = set(_ANOTHER.findall(typed)) - set(_ANOTHER.findall(known))
    return near if is_one_off(typed, known) or not others else None


def slip_of_indicator(text: str, plan: Plan) -> str | None:
    """The same of an indicator's name; what is counted in a unit of another kind (收入（元）) is no slip of a quotient's."""
    near, unit = slip_of(text, plan.indicator_names), unit_behind(text)
    meant = plan.indicator_names.find(near or "")
    if near is None or unit is None or meant is None or plan.unit_of_measure(meant).dimension == unit.dimension:
        return near
    return near if is_one_off(squeeze(_BEHIND.sub("", text)), squeeze(near)) else None


def names_a_part(text: str) -> bool:
    """Whether an unknown name is that of a part of what is asked: a town, a zone, a branch of industry, a kind of people."""
    return names_a_place(text) or names_another_quantity(text)


def names_another_quantity(text: str) -> bool:
    """Whether a word makes another thing of what looks like an indicator's name: 人均, 规模以上, 工业."""
    return _ANOTHER.search(text) is not None


def names_a_place(text: str) -> bool:
    """Whether a name ends as those of places do, or is that of a part of one (某某镇, 城区)."""
    return bool(_A_PLACE.search(text) or _A_PART.search(text))


def names_remarks(header: str) -> bool:
    """Whether a column says who answers, where a figure is from, what it is called elsewhere, or whose an area is."""
    return _A_REMARK.search(header) is not None


def names_groups(header: str) -> bool:
    """Whether a column sorts what is named by subjects (类别, 领域), or parts it (第一产业)."""
    return _A_GROUP.search(header) is not None


def is_one_off(typed: str, known: str) -> bool:
    """Whether one character is wrong, lacking or too many, or two beside each other have changed places."""
    if abs(len(typed) - len(known)) > 1:
        return False
    same = next((at for at, (one, other) in enumerate(zip(typed, known, strict=False)) if one != other), None)
    if same is None:
        return typed != known
    rest, wanted = typed[same:], known[same:]
    swapped = rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
    return rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:] or swapped
