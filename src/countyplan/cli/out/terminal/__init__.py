"""The terminal: its streams, what is said on them, and how far a run has come."""
