"""What the program says, in each of its languages: one catalogue a language, and nothing else holds text for people."""

from countyplan.language.texts import Language, Nouns, Texts

__all__ = ["Language", "Nouns", "Texts"]
