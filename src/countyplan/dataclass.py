"""The standard library's `dataclass`, for classes of which a run may never make an instance.

`dataclasses.dataclass` compiles up to seven methods for each class while its module is imported, which costs more than
all else in most modules here. This one means the same, but compiles only `__init__`, and only when more than a few
instances are made; the other methods are not compiled at all. `dataclasses.replace`, `fields` and `asdict` work on what it
makes. Type checkers see the standard library's own.

Of what a run makes by the hundred thousand the fields are `Final`, which type checkers hold, and the class is not frozen:
setting fifteen fields past what keeps a frozen one from being changed takes longer than all else that makes a figure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, field, make_dataclass
from functools import partial
from inspect import get_annotations
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, NoReturn

from countyplan.instance import init, replacement

__all__ = ["dataclass", "replace"]

Class = type[Any]


class _Lazy:
    """An attribute of a class, worked out when it is first asked for and then kept there."""

    __slots__ = ("_name", "_owner", "_work_out")

    def __init__(self, work_out: Callable[[Class], Any]) -> None:
        self._work_out = work_out

    def __set_name__(self, owner: Class, name: str) -> None:
        self._owner, self._name = owner, name

    def __get__(self, instance: object, owner: Class) -> Any:
        made = self._work_out(self._owner)
        setattr(self._owner, self._name, made)
        return getattr(owner if instance is None else instance, self._name)


def _spec(cls: Class) -> dict[str, tuple[Field[Any], bool]]:
    """All fields, those of the bases first, and whether each is given by keyword only."""
    spec: dict[str, tuple[Field[Any], bool]] = {}
    for base in reversed(cls.__mro__):
        own, kw_only = base.__dict__.get("__own_fields__", ((), False))
        for name, _, *given in own:
            one: Any = given[0] if given and isinstance(given[0], Field) else field(default=[*given, MISSING][0])
            spec[name] = one, kw_only if one.kw_only is MISSING else one.kw_only
    return spec


def _fields(cls: Class) -> dict[str, Field[Any]]:
    """All fields as the standard library makes them, those of the bases first."""
    own, kw_only = cls.__dict__["__own_fields__"]
    fields: dict[str, Field[Any]] = {}
    base: Any
    for base in reversed(cls.__mro__[1:]):
        if "__dataclass_fields__" in base.__dict__:
            fields |= base.__dataclass_fields__
    told = {"__doc__": cls.__doc__}
    twin: Any = make_dataclass(cls.__name__, own, namespace=told, init=False, repr=False, eq=False, kw_only=kw_only)
    fields |= twin.__dataclass_fields__
    return fields


def _match_args(cls: Class) -> tuple[str, ...]:
    return tuple(name for name, (one, kw_only) in _spec(cls).items() if one.init and not kw_only)


def _init(cls: Class) -> Any:
    keeps: Any = cls.__setattr__
    return init(cls, _spec(cls), frozen=keeps is _keep)


def _compared(cls: Class) -> Callable[[Any], tuple[Any, ...]]:
    names = [name for name, (one, _) in _spec(cls).items() if one.compare]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _eq(cls: Class) -> Any:
    compared = _compared(cls)

    def __eq__(self: Any, other: object) -> bool:  # noqa: N807 -- it becomes a method
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _hash(cls: Class) -> Any:
    compared = _compared(cls)

    def __hash__(self: Any) -> int:  # noqa: N807 -- it becomes a method
        return hash(compared(self))

    return __hash__


@recursive_repr()
def _repr(self: Any) -> str:
    shown = (f"{name}={getattr(self, name)!r}" for name, one in self.__dataclass_fields__.items() if one.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _keep(_self: object, name: str, _value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _keep_from_deletion(_self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__dataclass_fields__]


def _restore(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, value)


_FROZEN = {
    "__setattr__": _keep,
    "__delattr__": _keep_from_deletion,
    "__getstate__": _state,
    "__setstate__": _restore,
}


def _made(
    cls: Class,
    *,
    frozen: bool = False,
    slots: bool = False,
    kw_only: bool = False,
    unsafe_hash: bool = False,
    eq: bool = True,
) -> Class:
    """`cls` again, with slots for its fields if they are asked for, and methods that are made when they are first called."""
    own: list[Any] = []
    names = dict(cls.__dict__)
    for name, kind in get_annotations(cls).items():
        if not str(kind).startswith("ClassVar"):
            own.append((name, kind, names.pop(name)) if name in names else (name, kind))
    inherited = {slot for base in cls.__mro__[1:] for slot in base.__dict__.get("__slots__", ())}
    for taken in ("__dict__", "__weakref__"):
        names.pop(taken, None)
    methods: dict[str, Any] = {
        "__init__": _Lazy(_init),
        **({"__eq__": _Lazy(_eq), "__hash__": _Lazy(_hash) if frozen or unsafe_hash else None} if eq else {}),
        "__repr__": _repr,
        "__match_args__": _Lazy(_match_args),
        "__replace__": _Lazy(lambda owner: replacement(owner, _spec(owner))),
        **(_FROZEN if frozen else {}),
    }
    # A class that says itself when two are equal has lost the hash that it would have inherited.
    names |= {name: one for name, one in methods.items() if names.get(name) is None}
    names |= {"__slots__": tuple(one[0] for one in own if one[0] not in inherited)} if slots else {}
    names |= {
        "__own_fields__": (own, kw_only),
        "__dataclass_fields__": _Lazy(_fields),
    }
    metaclass: Any = type(cls)
    made: Class = metaclass(cls.__name__, cls.__bases__, names)
    made.__qualname__ = cls.__qualname__
    return made


if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def replace(one, /, **changes):
        """The same as the standard library's, in a third of its time; only for what the `dataclass` of this module made."""
        return one.__replace__(**changes)

    def dataclass(**how):
        """A class whose annotated names are its fields; there is no `InitVar`, `KW_ONLY` or order."""
        return partial(_made, **how)
