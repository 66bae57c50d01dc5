"""Pages for those who review who looked."""
