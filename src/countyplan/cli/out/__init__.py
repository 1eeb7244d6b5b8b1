"""Where results go: streams, files, destinations, progress."""
