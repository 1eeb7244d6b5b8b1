"""What a report begins with: the counts, what is behind, what changed, the matrix."""
