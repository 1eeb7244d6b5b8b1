"""Workbooks as Excel and WPS write them."""
