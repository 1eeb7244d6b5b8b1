"""The shape of what is written as JSON, declared: tests hold it against what is written, and a page is made from it."""
