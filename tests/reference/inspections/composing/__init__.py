"""Turns the sources of the reference documents into PDF, DOCX and ODT files."""
