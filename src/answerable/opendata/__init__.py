"""Protected tables as open data: files that anybody can read, and what says what they are."""
