"""What a text says that figures are instead of outcomes: growth, a share, a rank, a goal; and at what prices, how final."""

from __future__ import annotations

import unicodedata
from enum import IntEnum, StrEnum

from countyplan.pattern import pattern
from countyplan.quantity.width import squeezed
from countyplan.submission.words.vocabulary import form, one_of, words

# No name is longer, and what is longer need not be taken apart.
LONGEST = 200
_YEAR = rf"(?:19|20|21)\d\d{one_of('year')}?{one_of('year_long')}?"
_OF_A_YEAR = rf"(?:{_YEAR}|{one_of('of_a_year')})?"
_A_GOAL = rf"(?:{one_of('goal_of')}?{one_of('goal', 'planning')}+|{one_of('goal_year')})"
_CHANGED = rf"{one_of('change')}{one_of('points')}?"
_INSTEAD = ("growth", "share", "rank", "score", "progress", "pace", "gap", "index", "sample", "withdrawn")
_BRACKET = r"(?:[(].*[)])?"
_TAIL = rf"{one_of('value_of')}?±?%?{_BRACKET}±?%?"
# A cell that says nothing but that its row or column holds a goal, a growth rate, a share or a rank.
_BEFORE_A_YEAR = rf"(?:{one_of('of_the_year')}?{_YEAR})?"
_NO_OUTCOME = form(rf"{_OF_A_YEAR}(?:{_A_GOAL}|{one_of(*_INSTEAD)}|{_CHANGED}){_TAIL}{_BEFORE_A_YEAR}")
_GOAL = form(one_of("goal", "planning", "goal_year"))
_WITHDRAWN = form(one_of("sample", "withdrawn"))
# Words by which a header or a row holds something else about what it names.
_OTHERWISE = form(one_of("otherwise"))
# 增速 after 及 or 和 names a second column, and 目标完成情况 is about outcomes.
_NO_SECOND = "".join(f"(?<!{word})" for word in words("and"))
_CHANGE = one_of(
    "growth", "share", "share_in_a_title", "rank", "score", "progress", "index", "forecast_in_a_title", "sample"
)
# 上年=100, 以1978年为100: of index numbers.
_INDEX_BASE = form(one_of("index_base"))
_END = rf"{one_of('kind_of_table')}*(?:{_YEAR})?(?:$|[(|])"
_TITLE_OF_CHANGE = form(
    rf"(?<=..){_NO_SECOND}{_CHANGE}{one_of('behind_a_change')}?{_END}|[(][^()]*{_NO_SECOND}{_CHANGE}%?[)]"
)
_TITLE_OF_GOALS = form(rf"(?<=..){one_of('goal_in_a_title', 'goal')}{_END}")
# 目标任务：某地 says so ahead of what it is about, and English wherever it likes: Targets of a place for 2024.
_AHEAD = rf"{one_of('kind_of_table')}*\s*:"
_NAMES_CHANGE = form(
    rf"^{one_of('growth', 'share', 'rank')}{one_of('behind_a_change')}?{_AHEAD}|{one_of('change_titled')}"
)
_NAMES_GOALS = form(rf"^{one_of('goal_in_a_title', 'goal')}{_AHEAD}|{one_of('goals_titled')}")
_BRACKETED = pattern(r"[(]([^()]+)[)]")
_KEPT = form(one_of("review"))
_NUMBERED = form(rf"^[(]?(?:{one_of('numerals')}+|\d{{1,2}})[)、.]")
_CLAUSES = pattern(r"[,。;]")
_CONSTANT, _CURRENT = form(one_of("constant_prices")), form(one_of("current_prices"))
_OF_GROWTH = form(one_of("growth_of_prices"))
_PRICES_ALONE = form(
    rf"{one_of('calculated_at')}?{one_of('constant_prices', 'current_prices')}{one_of('prices')}?{one_of('calculated')}?"
)
_STAGED = rf"(?:{one_of('preliminary', 'verified', 'final', 'revised')})+{one_of('stage_behind')}?"
_STAGE_ALONE = form(_STAGED)
_AHEAD_OF_STAGE = form(rf"^(?:{_YEAR}|{one_of('all_of_it', 'figures_said', 'note_ahead', 'are')})*")
_PRELIMINARY = form(one_of("preliminary"))
_FORESEEN = form(one_of("forecast_titled"))

_SO_MANY = one_of("scale", "so_many")
_SO_MUCH_MONEY = form(rf"(?:{_SO_MANY}|[\d,.])*{one_of('money')}(?:{_SO_MANY}|{one_of('money')})*")
_SCALE = form(rf"(?:{_SO_MANY}|[\d,.])*{one_of('scale')}{_SO_MANY}*")


class Instead(StrEnum):
    """What a title says that its table holds instead of outcomes."""

    CHANGE = "change"
    GOALS = "goals"


class Prices(StrEnum):
    """At what prices sums of money are told: those of their own year, or those of one year for all."""

    CURRENT = "current"
    CONSTANT = "constant"


class Stage(IntEnum):
    """How final a figure is; a later stage counts instead of an earlier one. What is silent of it lies between."""

    PRELIMINARY = 1
    UNSAID = 2
    VERIFIED = 3
    FINAL = 4
    REVISED = 5


_LATER = (
    (Stage.REVISED, form(one_of("revised"))),
    (Stage.FINAL, form(one_of("final"))),
    (Stage.VERIFIED, form(one_of("verified"))),
)


def title_says_instead(text: str) -> frozenset[Instead]:
    """What a title says that its table holds instead of outcomes: growth, shares or ranks, or goals."""
    plain, spaced = _NUMBERED.sub("||", squeezed(text)), unicodedata.normalize("NFKC", text).strip()
    said = set()
    if _TITLE_OF_GOALS.search(plain) or (_NAMES_GOALS.search(spaced) and not _KEPT.search(spaced)):
        said.add(Instead.GOALS)
    if _TITLE_OF_CHANGE.search(plain) or _NAMES_CHANGE.search(spaced) or _INDEX_BASE.search(plain):
        said.add(Instead.CHANGE)
    bracketed = [bracket for bracket in _BRACKETED.findall(plain) if is_no_outcome(bracket)]
    return frozenset([*said, *(Instead.GOALS if says_goal(one) else Instead.CHANGE for one in bracketed)])


def instead_in(text: str) -> frozenset[Instead]:
    """The same of a title, or of a cell in the corner that says nothing else (增速)."""
    said = title_says_instead(text)
    if said or not is_no_outcome(text):
        return said
    return frozenset([Instead.GOALS if says_goal(text) else Instead.CHANGE])


def is_no_outcome(text: str) -> bool:
    """Whether a cell says that its row or column holds a goal, a growth rate or what does not count (增速, 作废)."""
    plain = squeezed(text) if len(text) <= LONGEST else ""
    return _NO_OUTCOME.fullmatch(plain) is not None or _INDEX_BASE.search(plain) is not None


def is_withdrawn(note: str) -> bool:
    """Whether a clause of a note says nothing but that its figure does not count (数据有误，待更正; 作废; 示例)."""
    return any(_WITHDRAWN.fullmatch(clause) for clause in _CLAUSES.split(squeezed(note)))


def says_goal(text: str) -> bool:
    """Whether any word in a text speaks of goals (2027年目标, 计划数, 目标年（2027年）)."""
    return _GOAL.search(squeezed(text)) is not None


def says_otherwise(text: str) -> bool:
    """Whether any word in a text speaks of growth, shares, ranks, index numbers, goals or the year before."""
    plain = squeezed(text)
    return _OTHERWISE.search(plain) is not None or _INDEX_BASE.search(plain) is not None


def prices_in(text: str) -> Prices | None:
    """At what prices a text says that amounts are; what it says of growth (增速按可比价计算) is not about amounts."""
    said = set()
    for clause in _CLAUSES.split(squeezed(text)):
        if _CONSTANT.search(clause) and not _OF_GROWTH.search(clause):
            said.add(Prices.CONSTANT)
        elif _CURRENT.search(clause):
            said.add(Prices.CURRENT)
    return said.pop() if len(said) == 1 else None


def names_prices(text: str) -> bool:
    """Whether a text says nothing but at what prices amounts are."""
    return _PRICES_ALONE.fullmatch(squeezed(text)) is not None


def names_money(text: str) -> bool:
    """Whether a text names nothing but money, known or not (美元, RMB million), or thousands or millions of it."""
    plain = squeezed(text)
    return bool(_SO_MUCH_MONEY.fullmatch(plain) or _SCALE.fullmatch(plain))


def stage_in(text: str) -> Stage | None:
    """How final a text says that figures are: 初步核算数, 最终核实数, 修订后; None where it does not say."""
    plain = squeezed(text)
    rest = _PRELIMINARY.sub("", plain)
    preliminary = Stage.PRELIMINARY if rest != plain else None
    return next((stage for stage, words_of_it in _LATER if words_of_it.search(rest)), preliminary)


def says_forecast(title: str) -> bool:
    """Whether a title says that what its table holds is foreseen: 预计完成情况, Estimates for 2024."""
    return _FORESEEN.search(unicodedata.normalize("NFKC", title)) is not None


def names_stage(text: str) -> bool:
    """Whether a text says nothing but how final figures are."""
    return _STAGE_ALONE.fullmatch(squeezed(text)) is not None


def stage_alone_in(text: str) -> Stage | None:
    """How final figures are by a text that says nothing else (为初步核算数, 2024年数据为最终核实数)."""
    bare = _AHEAD_OF_STAGE.sub("", squeezed(text).strip("()。;"))
    return stage_in(bare) if names_stage(bare) else None


def stage_form() -> str:
    """A regular expression of what names a stage and nothing else, of single width and without spaces."""
    return _STAGED
