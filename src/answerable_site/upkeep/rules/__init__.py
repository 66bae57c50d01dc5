"""What is true of upkeep without a database: digests, periods, locks, findings."""
