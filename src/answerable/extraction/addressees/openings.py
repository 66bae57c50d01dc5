"""What stands before the subject of a request: conditions, times, manners and asides."""

from __future__ import annotations

import re
from typing import Final

from answerable.extraction.addressees.named import bodies_in
from answerable.extraction.wording import MODAL

_OPENING: Final = re.compile(
    r"^\W*(?:in|with|without|working|to|by|within|as|following|after|before|from|during|through"
    r"|using|for"
    r"|while|building|subject|given|under|on|at|alongside|together|immediately|urgently|therefore"
    r"|also"
    r"|no later|until|over|having|drawing)\b[^,;]{0,200},\s*",
    re.IGNORECASE,
)
_OPENING_TIME: Final = re.compile(
    r"^\s*(?:by|before|within|on or before|no later than)\s+[^,;]{0,60}?"
    r"\b(?:\d{4}|days?|weeks?|months?|years?|time)"
    r"(?:\s+(?:of|from|after)\s+(?:the\s+date\s+of\s+)?(?:this|our|the)\s+\w+)?"
    r"\s+(?=(?:the|all|each|every|any|police|chief|forces?)\b|[A-Z])",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(
    r"\([^()]*\)|,?\s*\b(?:in (?:consultation|collaboration|liaison|conjunction|co-operation"
    r"|cooperation) with|working (?:closely )?with"
    r"|supported by|with (?:the )?(?:support|help|assistance|agreement|advice|input) (?:of|from)"
    r"|after consulting|consulting|drawing on"
    r"|following consultation with|alongside|on behalf of|led by|through|via|as (?:a|the|their"
    r"|its|soon|part|well as)|including"
    r"|such as|with immediate effect|within|by|without (?:further )?(?:delay|waiting)|at once|if"
    r"|where (?:appropriate|necessary|possible))\b.*$",
    re.DOTALL,
)
_CONDITION: Final = re.compile(
    r"^\W*(?P<condition>(?:where|if|when|unless|in cases where|to the extent "
    r"that)\b[^,]{4,240}),\s*",
    re.IGNORECASE,
)
_EMPTY_CONDITION: Final = re.compile(
    r"^(?:where|if|when) (?:\w+ ){0,2}(?:appropriate|possible|necessary|applicable|needed"
    r"|relevant|required|practicable)$|^where (?:this|it) is",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"[;:]\s+|\s[–—]\s|,\s+(?:and|but|so)\s+(?=(?:that|then)\b)")


def leading_condition(sentence: str) -> tuple[str | None, str]:
    """The condition on a body that opens a sentence, if any, and the sentence without it."""
    found = _CONDITION.match(sentence)
    if found is None:
        return None, sentence
    condition = found["condition"]
    if not bodies_in(condition) and not re.search(r"\b(?:force|service|constabulary)\b", condition):
        return None, sentence[found.end() :] if MODAL.search(condition) is None else sentence
    if _EMPTY_CONDITION.match(condition):
        return None, sentence[found.end() :]
    return condition, sentence[found.end() :]


def _without_opening(before: str) -> str:
    """The words before the verb without phrases of time or manner that open the sentence."""
    for _ in range(3):
        found = _OPENING.match(before)
        if found is None or not before[found.end() :].strip():
            break
        before = before[found.end() :]
    return _OPENING_TIME.sub("", before)


def subject_phrase(before: str) -> str:
    """The last phrase before the verb that asks, without openings and asides."""
    return _BREAK.split(_ASIDE.sub(" ", _without_opening(before)))[-1]
