"""Labels that stand alone in a cell: "4", "3(a)", "R4", "AFI 1", "2024/02", "Recommendation 7"."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = r"(?i:recommendation|rec|area for improvement|cause of concern|item|number|no)"
_LABEL: Final = re.compile(
    rf"^(?:{_NAME}(?:\.?\s+|\.?(?=\d))(?:(?i:no|number)\.?\s+)?)?#?[(\[]?"
    r"(?P<label>(?:[A-Z][A-Za-z]{0,4}[-/. ]?){0,3}\d{1,4}(?:[./-]\d{1,4}){0,3}"
    r"(?:\s?[a-z]|\s?\((?:[a-z]|[ivx]{1,4})\))?"
    r"|[ivx]{1,5}|[IVX]{1,5}|[a-zA-Z])"
    r"(?:\s+of\s+\d{1,3})?[.):/\]]{0,2}$"
)


def label_of(words: str) -> str | None:
    """The label that a cell prints, or None if it says anything else.

    The name of a kind before the figures is left out ("Recommendation 4" is "4"); the letters of
    a code stay ("R4", "AFI 1").
    """
    found = _LABEL.match(words.strip())
    return re.sub(r"(?<=\d)\s(?=[a-z(])", "", found["label"]) if found else None
