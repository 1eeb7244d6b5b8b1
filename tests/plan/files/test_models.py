"""Every model of the plan's files is frozen and refuses what it does not know."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from countyplan.model import Model
from countyplan.plan import load_plan, shipped_plan
from countyplan.plan.beside import commitments
from countyplan.plan.files import area, component, goal, identity, indicator, milestones, own, responsibilities, targets

MODULES = (area, component, goal, identity, indicator, milestones, own, responsibilities, targets, commitments)
MODELS = [
    one
    for module in MODULES
    for _, one in inspect.getmembers(module, inspect.isclass)
    if issubclass(one, Model) and one.__module__ == module.__name__
]
PLAN = load_plan(shipped_plan())[0]
MILESTONES = milestones.MilestonesFile(
    milestones=(milestones.Milestone.model_validate(
        {"indicator": "gdp", "area": "tonglu", "year": "2024", "goal": "5", "source": "made up"}),),
    steps=(milestones.WorkStep.model_validate(
        {"commitment": "plan", "area": "tonglu", "year": "2024", "text": "虚构", "source": "made up"}),),
)  # fmt: skip

RELATION = goal.RelativeTo.model_validate({"indicator": "growth", "area": "jia"})
CHANGE = component.ChangeOf.model_validate({"of": "energy_use", "base_value": "250", "source": "made up"})
SHARE = component.ShareOf.model_validate({"of": "towns", "comparator": "at_least", "goal": "65"})
DRAFTED = indicator.Drafted.model_validate({"confidence": "0.9", "reasons": ("made up",)})
LEAD = responsibilities.Lead.model_validate(
    {"indicator": "gdp", "unit": "fagai", "because": "虚构", "because_en": "made up"}
)
OWN_UNIT = own.OwnUnit.model_validate({"name": "箱", "dimension": "trees", "factor": "40", "sort": "amount"})


def instances(root: Model) -> Iterator[Model]:
    yield root
    for value in vars(root).values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Model):
                yield from instances(one)


EXAMPLES = {
    type(one): one
    for root in (
        PLAN.targets_file,
        PLAN.responsibilities,
        MILESTONES,
        DRAFTED,
        LEAD,
        OWN_UNIT,
        CHANGE,
        RELATION,
        SHARE,
        PLAN.commitments_file,
    )
    for one in instances(root)
}


def test_every_model_has_an_example() -> None:
    assert set(MODELS) == set(EXAMPLES)


@pytest.mark.parametrize("cls", MODELS, ids=lambda cls: cls.__name__)
def test_a_model_is_frozen(cls: type[Model]) -> None:
    example = EXAMPLES[cls]
    for field in cls.model_fields():
        with pytest.raises(AttributeError, match="frozen"):
            setattr(example, field, getattr(example, field))
        with pytest.raises(AttributeError, match="frozen"):
            delattr(example, field)


@pytest.mark.parametrize("cls", MODELS, ids=lambda cls: cls.__name__)
def test_a_model_refuses_an_unknown_key(cls: type[Model]) -> None:
    known = EXAMPLES[cls].model_dump()
    assert cls.model_validate(known) == EXAMPLES[cls]
    with pytest.raises(ValidationError) as refused:
        cls.model_validate({**known, "unheard_of": "1"})
    assert [(error["type"], error["loc"]) for error in refused.value.errors()] == [("extra_forbidden", ("unheard_of",))]


@pytest.mark.parametrize("cls", MODELS, ids=lambda cls: cls.__name__)
def test_no_value_of_a_model_can_be_changed_in_place(cls: type[Model]) -> None:
    assert [name for name, value in vars(EXAMPLES[cls]).items() if isinstance(value, list | dict | set)] == []


@pytest.mark.parametrize("cls", MODELS, ids=lambda cls: cls.__name__)
def test_a_model_says_what_it_is(cls: type[Model]) -> None:
    assert cls.__doc__
    assert cls.__doc__ != Model.__doc__
