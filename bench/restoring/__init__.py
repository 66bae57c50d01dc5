"""Backups under load, put back elsewhere, and compared by another hand."""
