"""Writes by what the shipped plan is known as tested: `python -m tests.plan.tested`. A plan with a finding is none."""

from __future__ import annotations

from countyplan.plan import shipped_plan
from countyplan.plan.load import FILES, checked_plan
from countyplan.plan.tested import DIGEST, digest


def shipped_digest() -> str:
    """The digest of the shipped plan's files as they are."""
    return digest({name: (shipped_plan() / name).read_bytes() for name in FILES if (shipped_plan() / name).exists()})


if __name__ == "__main__":
    _, found = checked_plan(shipped_plan())
    assert not found, found
    DIGEST.write_text(f"{shipped_digest()}\n", encoding="ascii")
