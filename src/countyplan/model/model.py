"""A class that says what a file holds.

Loading pydantic, and having it look at all classes of a plan's files, takes longer than to read, judge and report one
submission. So the classes are plain. Where something is checked, pydantic makes a twin of the class from its annotations
(`twin`); what ships has been checked by the tests, and is only turned into the types that the same annotations name (`turn`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from inspect import get_annotations
from typing import Any, NamedTuple, NoReturn, Self, dataclass_transform

from countyplan.model.turn import Turn, turn_of


class _Field(NamedTuple):
    """A field's name, its annotation, its default, `...` where there is none, and what turns a text into it."""

    name: str
    hint: Any
    default: Any
    turn: Turn


_own_annotations: Callable[[Any], dict[str, Any]] = cache(partial(get_annotations, eval_str=True))


def _worked_out(cls: Any) -> tuple[_Field, ...]:
    hints = dict(one for base in reversed(cls.__mro__) for one in _own_annotations(base).items())
    return tuple(_Field(name, hint, getattr(cls, name, ...), turn_of(hint)) for name, hint in hints.items())


_fields: Callable[[Any], tuple[_Field, ...]] = cache(_worked_out)


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Model:
    """What is said once and refuses whatever it does not know. Its annotations are its fields, in a fixed order."""

    def __init__(self, **given: Any) -> None:
        """Raises pydantic's ValidationError if the fields do not fit."""
        values = {} if given else {one.name: one.default for one in _fields(type(self))}
        vars(self).update(values if values and ... not in values.values() else vars(self.model_validate(given)))

    @classmethod
    def prepared(cls, given: Any) -> Any:
        """What was read, as the fields want it; it may be anything."""
        return given

    def check(self) -> None:
        """See whether the fields fit each other; `refused` is raised if they do not."""

    @classmethod
    def model_fields(cls) -> dict[str, tuple[Any, Any]]:
        """The fields by name, those of the bases first: the annotation, and the default, `...` where there is none."""
        return {one.name: (one.hint, one.default) for one in _fields(cls)}

    @classmethod
    def known(cls, data: Any) -> Self:
        """What `data`, texts as they stand in a file, says; that nothing is wrong with it is known."""
        given = cls.prepared(data)
        values = ((one, given.get(one.name, given)) for one in _fields(cls))
        return cls.holding({one.name: one.default if said is given else one.turn(said) for one, said in values})

    @classmethod
    def model_validate(cls, data: Any) -> Self:
        """What `data` says, as pydantic finds it. Raises its ValidationError with everything that is wrong."""
        from countyplan.model.twin import adapter_of

        checked: Any = cls
        found: Self = adapter_of(checked).validate_python(data)
        return found

    @classmethod
    def model_json_schema(cls) -> dict[str, Any]:
        """The JSON Schema of what is accepted."""
        from countyplan.model.twin import adapter_of

        checked: Any = cls
        return adapter_of(checked).json_schema()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from countyplan.model.twin import schema_of

        return schema_of(cls, handler)

    @classmethod
    def holding(cls, values: dict[str, Any]) -> Self:
        """A model of these values, which are not checked."""
        made = cls.__new__(cls)
        vars(made).update(values)
        return made

    def model_copy(self, *, update: dict[str, Any]) -> Self:
        """The same with other values in some fields, which are not checked."""
        return self.holding({**vars(self), **update})

    def model_dump(self) -> dict[str, Any]:
        """The fields by name, and so below."""
        return {name: _dumped(value) for name, value in vars(self).items()}

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    def __setattr__(self, name: str, _value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: {name}")


def _dumped(value: Any) -> Any:
    if isinstance(value, Model):
        return value.model_dump()
    return tuple(map(_dumped, value)) if isinstance(value, tuple) else value
