"""Requests that go out as workbooks."""
