"""What is true without a website: the law's clocks, reading documents, writing documents.

The library never imports Django, reads no settings and has no clock of its own: dates are given.
"""

__version__ = "0.1.0"
