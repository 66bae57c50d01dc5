"""Measures: whether what was promised happened, from a data cut, each with its working."""
