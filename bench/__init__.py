"""Proofs: each module measures one claim of the product afresh."""
