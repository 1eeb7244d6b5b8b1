"""The use case: what was asked, what was judged of it, and what is told. The command line and the API both call it."""
