"""What a response consists of, when it is complete, how it becomes a document. Pure functions."""
