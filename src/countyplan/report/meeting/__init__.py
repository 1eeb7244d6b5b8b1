"""The joint meeting's paper: what can be read out on one page, a page for each area, and annexes."""
