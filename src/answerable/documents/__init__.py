"""A file from outside becomes a `Document` of pages and blocks, in a limited child process."""
