"""The subcommands of `countyplan plan` that are about a plan's text."""
