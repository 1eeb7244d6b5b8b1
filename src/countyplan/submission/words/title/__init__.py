"""What titles say: which area, indicator, unit and period all of a table is about."""
