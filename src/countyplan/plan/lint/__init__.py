"""Whether the plan's files agree with themselves and with each other."""
