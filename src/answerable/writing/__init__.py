"""Blocks (heading, paragraph, list, table, quotation) become HTML and PDF, and bytes to sign."""
