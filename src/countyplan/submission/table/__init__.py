"""From grids to entries: where tables are, and which figure each of their cells reports."""
