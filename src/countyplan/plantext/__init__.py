"""A plan's text: every number of it, its clauses and their units; what of it is encoded, and a first draft of what is not."""
