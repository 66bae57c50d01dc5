"""Many visitors at once: a county's database, its server behind a cache, and who asks how often."""
