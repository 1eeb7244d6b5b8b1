"""Cells as spreadsheets take them, in CSV and in workbooks: text stays text, and no cell becomes a formula."""
