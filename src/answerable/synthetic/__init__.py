"""Invented forces and their papers: no name in here is real, and every document says SYNTHETIC."""
