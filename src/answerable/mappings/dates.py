"""How dates are written in extracts. None is ever guessed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

FORMATS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dd/mm/yyyy": "%d/%m/%Y",
        "dd-mm-yyyy": "%d-%m-%Y",
        "dd.mm.yyyy": "%d.%m.%Y",
        "dd/mm/yy": "%d/%m/%y",
        "dd-mm-yy": "%d-%m-%y",
        "mm/dd/yyyy": "%m/%d/%Y",
        "mm/dd/yy": "%m/%d/%y",
        "dd mmm yyyy": "%d %b %Y",
        "dd-mmm-yyyy": "%d-%b-%Y",
        "dd-mmm-yy": "%d-%b-%y",
        "yyyymmdd": "%Y%m%d",
        "dd/mm/yyyy hh:mm": "%d/%m/%Y %H:%M",
        "dd/mm/yyyy hh:mm:ss": "%d/%m/%Y %H:%M:%S",
    }
)
"""Ways of writing a date that a profile may state, each as `strptime` has it."""
ISO: Final = ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M")
"""Always read: nothing else can be meant."""
DAY_FIRST: Final = ("dd/mm/yyyy", "dd-mm-yyyy", "dd.mm.yyyy", "dd mmm yyyy", "dd-mmm-yyyy")
MONTH_FIRST: Final = ("mm/dd/yyyy",)
UNSTATED: Final = (*DAY_FIRST, *MONTH_FIRST)
"""What is tried where a profile states none: a date that two of these read apart is doubtful."""


def has_two_digit_year(name: str) -> bool:
    """Whether a way of writing leaves the century out."""
    return "%y" in FORMATS[name]
