"""Identities, references and words around a case, and where they went."""
