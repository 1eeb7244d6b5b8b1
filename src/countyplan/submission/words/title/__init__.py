"""What titles say: which county, indicator, unit and period all of a table is about."""
