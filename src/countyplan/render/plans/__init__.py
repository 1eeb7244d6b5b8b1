"""Pages about a plan itself, as text, Markdown, JSON and HTML."""
