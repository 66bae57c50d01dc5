"""Pages of support and of what victims tell."""
