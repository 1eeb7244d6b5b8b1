"""The plan's files as models, a module for each thing that they hold."""
