"""Nothing hidden goes out: files are looked through, or made anew, before they are public."""

from answerable.leaks.clues import Clue, Detail, clues
from answerable.leaks.finding import Finding, FindingKind
from answerable.leaks.needles import Needle, NeedleKind, UnusableNeedle
from answerable.leaks.remaking import Remade, remade, rendered
from answerable.leaks.scanning import scan
from answerable.leaks.walk import SCANNER_VERSION, look_through

__all__ = [
    "SCANNER_VERSION",
    "Clue",
    "Detail",
    "Finding",
    "FindingKind",
    "Needle",
    "NeedleKind",
    "Remade",
    "UnusableNeedle",
    "clues",
    "look_through",
    "remade",
    "rendered",
    "scan",
]
