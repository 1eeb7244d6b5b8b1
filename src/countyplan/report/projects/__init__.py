"""The lists of key projects in a report."""
