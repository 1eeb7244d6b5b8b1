"""A plan's files while something in them is still open: `TODO` stands where nobody has settled what the text means.

The strict models refuse what is open, since nothing may be judged by it; these read the same files for lists, for the
audit against the text and for `plan show`, with None for what is open.
"""
