"""Extracts as three invented record systems would give them of invented cases."""
