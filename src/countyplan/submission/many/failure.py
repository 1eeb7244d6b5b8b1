"""What ends a run that several processes read for."""

from __future__ import annotations


class ProcessDiedError(RuntimeError):
    """A process ended before it had done what it was given, as when the system takes its memory away."""
