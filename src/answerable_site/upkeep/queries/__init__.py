"""What is there to be kept: tables, rows, files; and what was done for them."""
