"""Long tables whose rows are alike: each kind of row is understood once, and the others by it.

Of a CSV with a figure a row two rows that differ in nothing but the digits of their figure, or in their area, come to the
same but for that. So a few rows that hold every area and every other text between them are read as any table is, and
what is made of the rest has to agree with what was made of these. Of a kind of row that is remarked on (preliminary
figures, goals) all rows are read so, and the others by those that stand for them. Where anything is not as plain as that, the
whole table is read the careful way.
"""
