"""Whether every number of a plan's text is accounted for in its data, and every datum in the text."""
