"""How sure the rules are, and what a person should look at, in words."""
