"""References that no case bears: what they may mean, who says so, and what becomes of it."""
