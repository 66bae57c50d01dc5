"""Calls of the programming interface, made up from its description."""
