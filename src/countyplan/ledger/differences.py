"""What an area reports beside what follows from its list, and the projects that may be behind the difference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic, Place
from countyplan.ledger.derive import Derived
from countyplan.submission.ledger import Project

# So many projects are tried in pairs; of more only single ones.
_MOST_PAIRED = 200
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is reported and what the list comes to: `more` is what the list has more, negative where less.

    `projects` may be behind it, each with its share: those that come to just the difference, else those that are `doubtful`
    or not known, else the largest. `exact` says that they come to it.
    """

    derived: Derived
    reported: Decimal
    place: Place
    more: Decimal
    projects: tuple[tuple[Project, Decimal | None], ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class Stated:
    """What is reported: its value, half of its last digit, and where it stands."""

    value: Decimal
    half_digit: Decimal
    place: Place


def compare(
    derived: Derived, stated: Stated, found: Iterable[Diagnostic], gone: Sequence[tuple[Project, Decimal]] = ()
) -> Difference | None:
    """The difference between a reported figure and what follows from the list; None where they agree as far as is known.

    Where the list does not tell enough, it comes to at least its figure. `gone` are projects that an earlier list had and
    this one has not, each with its share then.
    """
    more, within = (derived.value - stated.value).normalize(), derived.half_digit + stated.half_digit
    if abs(more) <= within or (derived.unknown and more < 0):
        return None
    exact = _coming_to(derived.parts if more > 0 else gone, abs(more), within)
    largest = tuple(sorted(derived.parts, key=lambda part: -part[1]))
    # What is in the list is no reason why it comes to less.
    projects = exact or ((_doubtful(derived, found) or largest) if more > 0 else tuple(gone))
    return Difference(derived, stated.value, stated.place, more, projects[:_MOST_NAMED], exact=bool(exact))


def _coming_to(
    parts: Sequence[tuple[Project, Decimal]], more: Decimal, within: Decimal
) -> tuple[tuple[Project, Decimal | None], ...]:
    """One project, or two, whose shares are just the difference; nothing where several could be."""
    alone = [part for part in parts if abs(part[1] - more) <= within]
    if len(alone) == 1:
        return tuple(alone)
    if alone or len(parts) > _MOST_PAIRED:
        return ()
    pairs = [pair for pair in combinations(parts, 2) if abs(pair[0][1] + pair[1][1] - more) <= within]
    return tuple(pairs[0]) if len(pairs) == 1 else ()


def _doubtful(derived: Derived, found: Iterable[Diagnostic]) -> tuple[tuple[Project, Decimal | None], ...]:
    """The projects that something is odd about, and those that the list does not tell enough of."""
    places = {one.place for one in found}
    shares: Mapping[int, Decimal] = {id(one): share for one, share in derived.parts}
    return tuple(
        (one, shares.get(id(one)))
        for one in derived.of.projects
        if (one.place in places and id(one) in shares) or one in derived.unknown or one in derived.at_limit
    )
