"""Who is asked to act: bodies and offices named as the subject of "should"."""

from __future__ import annotations

from answerable.extraction.addressees.kinds import KINDS
from answerable.extraction.addressees.named import bodies_in
from answerable.extraction.addressees.subjects import addressees_in, sole_bodies

__all__ = ["KINDS", "addressees_in", "bodies_in", "sole_bodies"]
