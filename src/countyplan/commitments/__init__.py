"""How the commitments of a plan stand, judged only as far as is honest: nobody measures them."""

from countyplan.commitments.standing import NEEDS_ATTENTION, CommitmentStanding, Standing, latest_period, stand

__all__ = ["NEEDS_ATTENTION", "CommitmentStanding", "Standing", "latest_period", "stand"]
