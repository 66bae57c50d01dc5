"""Rows of invented cases, made in columns, to measure the writing of cuts with."""
