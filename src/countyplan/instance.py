"""How instances of data classes are made: a few one by one, and from then on by a method compiled from their fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field
from typing import Any

# All fields of a class, those of its bases first, and whether each is given by keyword only.
Fields = Mapping[str, tuple[Field[Any], bool]]
# So many are made of most classes in a short run, if any; compiling costs as much as making some fifty of them one by one.
_FEW = 6


def init(cls: type[Any], fields: Fields, *, frozen: bool) -> Any:
    """`__init__`, which sets the fields one by one until it is worth compiling it, or until what is given does not fit.

    What is compiled tells what does not fit as Python does.
    """
    plain = [name for name, (one, kw_only) in fields.items() if one.init and not kw_only]
    put: Any = object.__setattr__ if frozen else setattr
    made = 0

    def __init__(self: Any, /, *given: Any, **named: Any) -> None:  # noqa: N807 -- it becomes a method
        nonlocal made
        made += 1
        told = dict(zip(plain, given, strict=False))
        fits = len(told) == len(given) and told.keys().isdisjoint(named)
        if made > _FEW or not fits or not _filled(self, fields, told | named, put):
            cls.__init__ = _compiled(cls, fields, frozen=frozen)
            cls.__init__(self, *given, **named)
        elif hasattr(self, "__post_init__"):
            self.__post_init__()

    return __init__


def _filled(made: object, fields: Fields, told: dict[str, Any], put: Callable[[object, str, Any], None]) -> bool:
    """Whether what is told fits the fields; each of them is `put` into what is `made` then, or its default is."""
    for name, (one, _) in fields.items():
        if one.init and name in told:
            put(made, name, told.pop(name))
        elif one.default_factory is not MISSING:
            put(made, name, one.default_factory())
        elif one.default is not MISSING:
            put(made, name, one.default)
        elif one.init:
            return False
    return not told


def _compiled(cls: type[Any], fields: Fields, *, frozen: bool) -> Any:
    """The same compiled, which sets each slot of a frozen class by its descriptor, past what keeps it from being changed."""
    names: dict[str, Any] = {"_MISSING": MISSING}
    plain: list[str] = ["self"]
    by_keyword: list[str] = []
    lines: list[str] = []
    for name, (one, kw_only) in fields.items():
        parameter = value = name
        if one.default_factory is not MISSING:
            names[f"_make_{name}"] = one.default_factory
            parameter = f"{name}=_MISSING"
            value = f"_make_{name}() if {name} is _MISSING else {name}" if one.init else f"_make_{name}()"
        elif one.default is not MISSING:
            names[f"_default_{name}"] = one.default
            parameter = f"{name}=_default_{name}"
            value = name if one.init else f"_default_{name}"
        elif not one.init:
            continue
        if frozen and not hasattr(cls, "__slots__"):
            lines.append(f"self.__dict__[{name!r}] = {value}")
        elif frozen:
            names[f"_set_{name}"] = getattr(cls, name).__set__
            lines.append(f"_set_{name}(self, {value})")
        else:
            lines.append(f"self.{name} = {value}")
        if one.init:
            (by_keyword if kw_only else plain).append(parameter)
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    parameters = ", ".join([*plain, *(["*", *by_keyword] if by_keyword else [])])
    exec(f"def __init__({parameters}):\n " + ("; ".join(lines) or "pass"), names)
    names["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    return names["__init__"]


def replacement(cls: type[Any], fields: Fields) -> Any:
    """`__replace__`, which looks at each field once and asks none what it is."""
    given = [name for name, (one, _) in fields.items() if one.init]
    told = ", ".join(f"{name}=changes.pop({name!r}) if {name!r} in changes else self.{name}" for name in given)
    names: dict[str, Any] = {"_made": cls}
    exec(f"def __replace__(self, /, **changes):\n return _made({told}, **changes)", names)
    names["__replace__"].__qualname__ = f"{cls.__qualname__}.__replace__"
    return names["__replace__"]
