"""An office whose every record bears a canary, and everything that it makes public."""
