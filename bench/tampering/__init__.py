"""Tampering with honest records of acts, and looking whether the check finds it."""
