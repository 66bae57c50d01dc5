"""Rape and serious sexual offence cases, known by pseudonym, and who may open which."""
