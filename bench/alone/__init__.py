"""One person alone, with everything that they reach, trying to make something public."""
