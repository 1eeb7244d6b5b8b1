"""The report as a workbook: a sheet for each thing that is looked up in it."""
