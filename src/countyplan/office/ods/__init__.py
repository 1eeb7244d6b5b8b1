"""Workbooks as LibreOffice writes them."""
