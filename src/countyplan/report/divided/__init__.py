"""The report divided into sheets for those who answer for it."""
