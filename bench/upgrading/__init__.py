"""A database of the first schema, filled by hand, and what became of each of its rows."""
