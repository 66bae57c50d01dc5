"""Ages between which something is not looked at again. A case outside them may be right."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.statute import Confidence


@dataclass(frozen=True, slots=True)
class Ages:
    """A span of ages in whole years, both inclusive."""

    youngest: int
    oldest: int
    citation: str
    confidence: Confidence

    def hold(self, age: int) -> bool:
        """Whether the age is in the span."""
        return self.youngest <= age <= self.oldest


PREGNANCY = Ages(
    youngest=10,
    oldest=55,
    citation="a starting value of this product; no source sets one",
    confidence=Confidence.TO_BE_VERIFIED,
)
MARRIAGE = Ages(
    youngest=16,
    oldest=120,
    citation=(
        "the age of marriage with consent before the Marriage and Civil Partnership (Minimum Age) "
        "Act 2022 made it 18"
    ),
    confidence=Confidence.TO_BE_VERIFIED,
)
