"""The whole report: what it is made from, and its parts put together."""
