"""The plan put together from its files, with the look-ups that the rest needs: a module for each sort of question."""
