"""Pages of reviews of case files."""
