"""What measures over a cut take, beside reading the columns that they need."""
