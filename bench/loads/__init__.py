"""Loads of extracts into cases, timed, killed and compared, on the database of the environment."""
