"""Markdown that GitHub and GitLab render; whatever comes from a file is escaped for both."""
