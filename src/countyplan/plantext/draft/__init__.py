"""A first draft of a plan's data from its text: by rules and vocabulary, each with how sure it is and why not surer."""
