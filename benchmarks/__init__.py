"""How fast the project is, measured as ratios."""
