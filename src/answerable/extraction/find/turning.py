"""Paragraphs near a list that are no part of it: a new thought, a description, a remark."""

from __future__ import annotations

import re
from typing import Final

from answerable.extraction.addressees import addressees_in
from answerable.extraction.deadlines import deadline_in
from answerable.extraction.find.phrasing import is_generic_lead, last_sentence
from answerable.extraction.wording import asks, commands, is_hearsay, recommends, reports

_ABOUT_THE_PAPER: Final = re.compile(
    r"^(?:(?:this|our|the|an?)\s+(?:copy|copies) of\s+)?(?:this|our|the)\s+(?:(?:full|final|whole"
    r"|main|same)\s+)?(?P<paper>letter|report|document|paper|page)\b",
    re.IGNORECASE,
)
_REMARK: Final = re.compile(
    r"^(?:(?:all|none|much|most|some|little|any|both) of (?:this|these|that|those|it|them)"
    r"|nothing (?:here|in this)|please|any (?:comments?|questions?))\b",
    re.IGNORECASE,
)
_NONE: Final = re.compile(
    r"^(?:none|nil|n/a|not applicable)\W*$"
    r"|\b(?:make|made|making|have|has|are|were|is|was|identified|found)\s+no\s+(?:(?:new|further"
    r"|formal|other|specific)\s+)*(?:recommendations?|areas? for improvement|causes? of concern)\b"
    r"(?!\s+(?:to|for|about|on)\b)",
    re.IGNORECASE,
)
_HEARD: Final = re.compile(
    r"\b(?:told|heard|saw|seen|found|noted|plan(?:s|ned)? to|intends?|said|says)\b", re.IGNORECASE
)
_DESCRIBING: Final = re.compile(
    r"\b(?:included?|includes|has|have|had|was|were|is|are|will|would|can|could|did|does)\b",
    re.IGNORECASE,
)


def says_none(text: str) -> bool:
    """Whether a paragraph below a heading for items says that there are none."""
    return _NONE.search(text) is not None


def turns_away(text: str, *, after: str = "") -> bool:
    """Whether a paragraph below an item starts a new thought: the paper itself, a remark, hearsay.

    Args:
        text: the paragraph.
        after: the item's words. A report that it speaks of may be meant again.
    """
    about = _ABOUT_THE_PAPER.match(text)
    if about is not None:
        return about["paper"].lower() not in after.lower()
    if _REMARK.match(text):
        return deadline_in(text) is None and not addressees_in(text)
    return is_hearsay(text)


def describes(text: str) -> bool:
    """Whether a lead-in tells what was seen or said, as "We heard about plans to:" does.

    What its bullets say is nothing that anybody is asked to do, whatever verb they begin with.
    """
    last = last_sentence(text)
    if not last.endswith(":") or asks(last) or recommends(last) or is_generic_lead(text):
        return False
    if reports(last) or _HEARD.search(last):
        return True
    return not commands(last) and _DESCRIBING.search(last) is not None
