"""From a report to text: a module for each format, and nothing here counts, rounds, sorts or decides."""
