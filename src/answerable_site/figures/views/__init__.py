"""Pages of data cuts."""
