"""Words that stand nowhere else: planted, sent, and searched for."""
