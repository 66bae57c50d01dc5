"""Question sets that come with the product, one TOML file a version of a set."""
