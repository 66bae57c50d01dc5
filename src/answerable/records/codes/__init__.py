"""Code lists by version, each with its citation and confidence."""
