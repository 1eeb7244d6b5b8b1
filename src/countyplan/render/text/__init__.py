"""Reports and findings on a terminal."""
