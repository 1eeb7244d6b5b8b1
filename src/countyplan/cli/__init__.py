"""Flags in, text out, exit code: no rule and no count."""
