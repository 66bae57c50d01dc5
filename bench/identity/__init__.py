"""Casework prose with planted identities, and without, for the proof `identities`."""
