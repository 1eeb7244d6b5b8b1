"""Names, numbers and findings in the report's language, and the order in which rows are told."""
