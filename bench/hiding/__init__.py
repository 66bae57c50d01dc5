"""Files with words hidden in them, each in one way, and the same files without."""
