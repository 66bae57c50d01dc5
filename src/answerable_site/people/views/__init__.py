"""Signing in, and the administrator's pages."""
