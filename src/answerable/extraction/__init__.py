"""A `Document` becomes a `Reading`: facts about an inspection and the items it asks somebody to act on."""
