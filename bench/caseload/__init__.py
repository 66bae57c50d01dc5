"""Half a million invented cases, and the people who open them."""
