"""What a case record is: events, code lists by version, rules, quality checks. Pure."""
