"""The tracker of `bench/tracker_import.py`, loaded in a process with a database of its own."""
