"""Pages about a plan itself: the audit of its text, the plan as a list, and what a draft demands."""
