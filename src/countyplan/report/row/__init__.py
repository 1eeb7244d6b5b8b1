"""One assessment as a row: its reason, its step, its numbers and its sources."""
