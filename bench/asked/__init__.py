"""The cells of `bench/access_matrix.py`, asked in a process with a database of its own."""
