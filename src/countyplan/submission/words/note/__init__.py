"""What notes say of figures: footnotes, remarks beside one figure, lines on a whole table, and of what part they are."""
