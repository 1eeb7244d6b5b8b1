"""The subcommands of `countyplan plan`, a file each, and the command that they belong to."""
