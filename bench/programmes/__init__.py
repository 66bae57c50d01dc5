"""Invented programmes of releases, and an attacker on everything that they showed."""
