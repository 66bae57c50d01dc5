"""Invented cases, any number of them, calibrated to cited numbers."""
