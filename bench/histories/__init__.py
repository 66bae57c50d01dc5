"""Histories of cases: random over every kind of event, lawful, and lawful but for one breach."""
