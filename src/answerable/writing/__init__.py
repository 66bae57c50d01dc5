"""Blocks (heading, paragraph, list, table, quotation) become files, and bytes to sign."""
