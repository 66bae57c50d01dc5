"""Charts of measures: each a picture, what it shows in words, and its figures as a table."""
