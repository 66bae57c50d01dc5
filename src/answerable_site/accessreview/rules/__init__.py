"""Which look-ups of case records need a question, and which are drawn for a check. All pure."""
