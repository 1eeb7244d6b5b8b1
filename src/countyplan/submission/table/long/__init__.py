"""Tables in long form: a figure a row."""
