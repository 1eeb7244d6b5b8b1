"""Many files: what one process reads of them, how they are shared out, and who reads them side by side."""
