"""Values that nobody reported as such: years added up, shares, changes, what parts come to."""
