"""One person alone, trying everything that could make something public."""
