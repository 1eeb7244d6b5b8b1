"""What tells that figures are no outcomes, or not those to be taken: goals, prices, stages, footnotes, a word in a title."""
