"""Work that several processes do: the same outcome in the same order, and no silence where one of them ends."""

from __future__ import annotations

import multiprocessing
import os
import time

import pytest

from countyplan.submission.many.shares import ProcessDiedError
from countyplan.submission.many.side_by_side import side_by_side


def doubled(number: int) -> int:
    """The first ones take longest, so that those after them are done before."""
    time.sleep(max(0, 3 - number) / 20)
    return 2 * number


def ended(number: int) -> int:
    if number == 2:
        os._exit(9)
    return number


def out_of_memory(number: int) -> int:
    if number == 1:
        raise MemoryError
    return number


def test_what_is_made_comes_in_the_order_of_what_was_given() -> None:
    assert list(side_by_side(doubled, range(8), 3)) == [0, 2, 4, 6, 8, 10, 12, 14]


def test_nothing_makes_nothing() -> None:
    assert list(side_by_side(doubled, [], 3)) == []


def test_a_process_that_ends_by_itself_is_told() -> None:
    made = side_by_side(ended, range(6), 2)
    with pytest.raises(ProcessDiedError):
        list(made)
    assert multiprocessing.active_children() == []


def test_too_little_memory_is_told_as_such() -> None:
    with pytest.raises(MemoryError):
        list(side_by_side(out_of_memory, range(4), 2))
    assert multiprocessing.active_children() == []


def test_who_stops_early_leaves_no_process() -> None:
    made = side_by_side(doubled, range(100), 2)
    assert next(made) == 0
    assert len(multiprocessing.active_children()) == 2
    made.close()
    assert multiprocessing.active_children() == []
