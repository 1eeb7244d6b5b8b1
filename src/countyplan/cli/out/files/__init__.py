"""Files: what is written where, whole or not at all, and never over what was read."""
