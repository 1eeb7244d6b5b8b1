"""The lazy dataclass is held against the standard library's: the same classes, made by both, do the same."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, field, fields, replace
from functools import cached_property
from typing import Any, ClassVar

import pytest

from countyplan.dataclass import dataclass


def _classes(make: Callable[..., Any]) -> dict[str, Any]:
    @make(frozen=True, slots=True)
    class Value:
        """A value with a field of each sort."""

        plain: int
        given: str = "x"
        made: list[int] = field(default_factory=list)
        shared: ClassVar[int] = 5
        beside: float = field(default=float("nan"), compare=False, repr=False, kw_only=True)

        @property
        def doubled(self) -> int:
            """Twice `plain`."""
            return 2 * self.plain

    @make(frozen=True, slots=True)
    class Wider(Value):  # type: ignore[misc, valid-type, unused-ignore]
        """One with a field more, and another default for an old one."""

        given: str = "y"
        more: int = 7

    @make(frozen=True, slots=True, kw_only=True)
    class Named:
        """All by keyword, and shown in its own way."""

        one: int
        two: int = 2

        def __repr__(self) -> str:
            return f"<{self.one}>"

    @make(frozen=True)
    class Open:
        """One without slots, which keeps what it has worked out."""

        base: int
        more: tuple[int, ...] = ()

        @cached_property
        def doubled(self) -> int:
            """Twice `base`."""
            return 2 * self.base

    @make(frozen=True, eq=False)
    class Itself(Open):  # type: ignore[misc, valid-type, unused-ignore]
        """One that is equal to nothing else."""

        last: int = 3

    @make(slots=True)
    class Changing:
        """One that changes, with a field that is worked out."""

        base: int = 1
        worked_out: int = field(init=False)

        def __post_init__(self) -> None:
            self.worked_out = self.base + 1

    @make(frozen=True, slots=True)
    class Alike:  # noqa: PLW1641 -- its hash is what is asked about
        """Equal by its own rule."""

        one: int

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Alike)

    @make(slots=True, unsafe_hash=True)
    class Light:
        """One that changes, with a hash all the same."""

        one: int
        two: tuple[int, ...] = ()
        beside: int = field(default=0, compare=False)

    return {one.__name__: one for one in (Value, Wider, Named, Open, Itself, Changing, Alike, Light)}


BOTH = (_classes(dataclasses.dataclass), _classes(dataclass))


def _tried(do: Callable[[dict[str, Any]], Any], classes: dict[str, Any]) -> object:
    try:
        return do(classes)
    except (TypeError, AttributeError, FrozenInstanceError) as error:
        return type(error), str(error)


DO = [
    lambda c: repr(c["Value"](1)),
    lambda c: repr(c["Value"](1, "b", [2], beside=3.0)),
    lambda c: c["Value"](),
    lambda c: c["Value"](1, "b", [2], 3.0),
    lambda c: c["Value"](1, nonesuch=1),
    lambda c: c["Value"](1).made is c["Value"](1).made,
    lambda c: c["Value"](1, made=()) == c["Value"](1, made=(), beside=2.0),
    lambda c: c["Value"](1) == c["Wider"](1, "x"),
    lambda c: c["Value"](1, made=()) != c["Value"](2, made=()),
    lambda c: hash(c["Value"](1, made=())) == hash((1, "x", ())),
    lambda c: hash(c["Value"](1)),
    lambda c: setattr(c["Value"](1), "plain", 2),
    lambda c: delattr(c["Value"](1), "plain"),
    lambda c: c["Value"](1).__dict__,
    lambda c: (c["Value"].shared, c["Value"](4).doubled, c["Value"].__doc__, c["Value"].__name__),
    lambda c: repr(replace(c["Value"](1), given="z")),
    lambda c: asdict(c["Named"](one=1)),
    lambda c: [(one.name, one.kw_only, one.compare, one.init) for one in fields(c["Wider"])],
    lambda c: repr(c["Wider"](1, more=8)),
    lambda c: [c[name].__match_args__ for name in c],
    lambda c: c["Named"](1),
    lambda c: (repr(c["Named"](one=1)), c["Named"](one=1) == c["Named"](one=1, two=2)),
    lambda c: repr((c["Open"](3), c["Itself"](3, (1,)), c["Itself"](3, last=4))),
    lambda c: (c["Open"](3).doubled, c["Open"](3).doubled, c["Itself"](4).doubled),
    lambda c: (c["Open"](3) == c["Open"](3), c["Open"](3) == c["Itself"](3), c["Itself"](3) == c["Itself"](3)),
    lambda c: (hash(c["Open"](3)) == hash((3, ())), c["Open"](3) != c["Open"](4)),
    lambda c: setattr(c["Open"](3), "base", 4),
    lambda c: c["Open"](3).__dict__,
    lambda c: repr(replace(c["Itself"](3), last=9)),
    lambda c: (repr(copy.copy(c["Open"](3, (1,)))), [one.name for one in fields(c["Itself"])]),
    lambda c: repr(c["Changing"](3)),
    lambda c: c["Changing"](3) == c["Changing"](3),
    lambda c: hash(c["Changing"](3)),
    lambda c: c["Alike"](1) == c["Alike"](2),
    lambda c: hash(c["Alike"](1)) == hash((1,)),
    lambda c: repr(copy.copy(c["Value"](1, "b"))),
    lambda c: (repr(c["Light"](1)), c["Light"](1, beside=2) == c["Light"](1), c["Light"](1) != c["Light"](2)),
    lambda c: hash(c["Light"](1, (2,), 3)) == hash((1, (2,))),
    lambda c: repr(replace(c["Light"](1), two=(4,))),
]


@pytest.mark.parametrize("do", DO)
def test_it_does_what_the_standard_library_does(do: Callable[[dict[str, Any]], Any]) -> None:
    theirs, ours = (_tried(do, classes) for classes in BOTH)
    assert ours == theirs


@pytest.mark.parametrize("do", DO)
def test_the_first_that_are_made_are_as_those_made_by_a_compiled_method(do: Callable[[dict[str, Any]], Any]) -> None:
    first = _classes(dataclass)
    many = _classes(dataclass)
    for name in many:
        for _ in range(20):
            many[name](one=1) if name in {"Named", "Alike", "Light"} else many[name](1)
    assert _tried(do, first) == _tried(do, many)


@dataclass(frozen=True, slots=True)
class Sent:
    """A value that goes to another process."""

    one: int
    two: str = ""


def test_a_value_goes_to_another_process_and_comes_back() -> None:
    assert pickle.loads(pickle.dumps(Sent(1, "b"))) == Sent(1, "b")


def test_a_match_takes_it_apart() -> None:
    match Sent(1, "b"):
        case Sent(one, two):
            assert (one, two) == (1, "b")
