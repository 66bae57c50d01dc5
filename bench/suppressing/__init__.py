"""Suppression beside a peer."""
