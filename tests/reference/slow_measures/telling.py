"""To come."""

MEASURES = {}
