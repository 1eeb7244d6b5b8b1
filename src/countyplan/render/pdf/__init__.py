"""Documents in PDF, set by Typst, which comes as one library and needs nothing else but fonts."""
