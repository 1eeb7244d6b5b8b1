"""The command line: options, settings, help, and what is said of words that cannot be used."""
