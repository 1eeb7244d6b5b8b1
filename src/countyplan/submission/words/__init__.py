"""What labels, headers, titles, remarks and numbers mean."""
