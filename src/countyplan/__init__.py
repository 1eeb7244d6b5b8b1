"""Tells whether counties keep what a plan promised."""

from importlib.metadata import version

__version__ = version("countyplan")
