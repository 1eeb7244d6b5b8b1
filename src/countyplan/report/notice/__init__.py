"""Requests that go out (督办单): what is asked of one unit, by when, and a slip to be filled in and sent back."""
