"""Processor time and memory of whole processes."""
