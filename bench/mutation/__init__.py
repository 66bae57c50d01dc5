"""Mutants of the access policy, and a test run that tries each in a forked child."""
