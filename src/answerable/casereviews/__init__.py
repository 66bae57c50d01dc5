"""Samples of case files, drawn, scored and estimated, as inspectors trace cases through files."""
