"""From bytes to grids: what a file holds, whatever program wrote it."""
