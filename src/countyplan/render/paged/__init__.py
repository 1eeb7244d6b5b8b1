"""Documents of pages, written once: what stands on them and in which order, for whatever sets them (Word, PDF)."""
