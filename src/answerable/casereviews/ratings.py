"""What a reviewer says of one question about one case file."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Rating(StrEnum):
    """How far the file shows what a question asks for.

    “Not evidenced” is never “not met”: the file is silent, which says nothing of what was done.

    Source: fully, partly and not met as HMCPSI rates case files.
    """

    FULLY = "fully"
    PARTLY = "partly"
    NOT_MET = "not_met"
    NOT_EVIDENCED = "not_evidenced"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Rating.FULLY: "Fully met",
    Rating.PARTLY: "Partly met",
    Rating.NOT_MET: "Not met",
    Rating.NOT_EVIDENCED: "Not evidenced",
    Rating.NOT_APPLICABLE: "Not applicable",
}
APPLIES: Final = tuple(one for one in Rating if one is not Rating.NOT_APPLICABLE)
"""The ratings of files to which the question applies: what shares are of."""
ORDERED: Final = (Rating.NOT_MET, Rating.PARTLY, Rating.FULLY)
"""The ratings that have an order, the worst first."""
