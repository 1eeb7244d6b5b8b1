"""The commands that write the report as documents: whole, as a page, in sheets, as requests and as a meeting's paper."""
