"""Tests of the judging."""
