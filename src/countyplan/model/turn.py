"""What annotations ask of a value, noted without loading pydantic, and what they make of a text that is known to be right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from countyplan.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One of pydantic's annotations by its name there, and what it is made from; `function` runs also without a check."""

    name: str
    words: Mapping[str, Any]
    function: Callable[[Any], Any] | None = None

    def __hash__(self) -> int:
        return id(self)


def field(**words: Any) -> Rule:
    """Pydantic's `Field`: limits, a pattern, a description."""
    return Rule("Field", words)


def before(function: Callable[[Any], Any]) -> Rule:
    """Pydantic's `BeforeValidator`: what a value is made into before anything else, in what ships as well."""
    return Rule("BeforeValidator", {"func": function}, function)


def after(function: Callable[[Any], Any]) -> Rule:
    """Pydantic's `AfterValidator`: a check that raises ValueError and gives back what it was given."""
    return Rule("AfterValidator", {"func": function})


def json_schema(schema: Mapping[str, Any]) -> Rule:
    """Pydantic's `WithJsonSchema`: what a schema says of the value."""
    return Rule("WithJsonSchema", {"json_schema": schema})


def refused(kind: str, detail: str, words: Mapping[str, Any] | None = None) -> Exception:
    """What a check raises: `kind` is the fault's own name or code, `detail` its text, in which `words` are filled in."""
    from pydantic_core import PydanticCustomError

    return PydanticCustomError(kind, detail, None if words is None else dict(words))


Turn = Callable[[Any], Any]


def turn_of(hint: Any) -> Turn:
    """What makes of a text, of a list or of a mapping what `hint` names."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _after_rules(turn_of(args[0]), [one for one in args[1:] if isinstance(one, Rule)])
    if origin in {Union, UnionType}:
        return _of_either([one for one in args if one is not NoneType])
    if origin is tuple:
        return _items(args)
    if origin is Mapping:
        return _entries(*map(turn_of, args))
    return _as_it_is if origin is Literal else _of_a_text(hint)


def _of_a_text(kind: Any) -> Turn:
    """A class makes one of itself from a text, all but two; a model knows a way of its own."""
    turns: dict[Any, Turn] = {str: _as_it_is, bool: {"true": True, "false": False}.__getitem__}
    turn: Turn = turns.get(kind) or getattr(kind, "known", kind)
    return turn


def _as_it_is(given: Any) -> Any:
    return given


def _after_rules(turn: Turn, rules: Sequence[Rule]) -> Turn:
    """`turn` behind what the rules make of a value beforehand, of which the last is the first to be asked."""
    for rule in rules:
        if rule.function is not None:
            turn = _behind(rule.function, turn)
    return turn


def _behind(first: Turn, then: Turn) -> Turn:
    return lambda given: then(first(given))


def _of_either(arms: Sequence[Any]) -> Turn:
    """Of what may be one thing or another a list is the one that has items; a text stays one, where it may be."""
    turns = {get_origin(arm) is tuple: turn_of(arm) for arm in arms}
    if str in arms:
        turns[False] = _as_it_is

    def turn(given: Any) -> Any:
        return given if given is None else turns[isinstance(given, list)](given)

    return turn


def _items(args: tuple[Any, ...]) -> Turn:
    if args[-1] is Ellipsis:
        turn = turn_of(args[0])
        return lambda given: tuple(map(turn, given))
    turns = [turn_of(arg) for arg in args]
    return lambda given: tuple(turn(one) for turn, one in zip(turns, given, strict=True))


def _entries(key: Turn, value: Turn) -> Turn:
    return lambda given: {key(name): value(one) for name, one in given.items()}
