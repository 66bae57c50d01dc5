"""Dated data cuts that are never changed: Parquet files, written, checked and compared."""
