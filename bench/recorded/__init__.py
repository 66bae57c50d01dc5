"""A database with cases of one force, and cuts that are made of it."""
