"""The interleavings of `bench/sign_off.py`, run in a process with a database of its own."""
