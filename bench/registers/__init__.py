"""Registers filled with invented recommendations, to measure on."""
