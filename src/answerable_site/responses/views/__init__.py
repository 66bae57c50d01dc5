"""The pages of responses: reading, drafting, signing and publishing."""
