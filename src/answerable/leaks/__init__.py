"""Nothing hidden goes out: files are looked through, or made anew, before they are public."""

from answerable.leaks.finding import Finding, FindingKind
from answerable.leaks.needles import Needle, NeedleKind, UnusableNeedle
from answerable.leaks.passages import Detail, Passage, passages
from answerable.leaks.remaking import Remade, remade, rendered
from answerable.leaks.scanning import scan
from answerable.leaks.walk import SCANNER_VERSION, look_through

__all__ = [
    "SCANNER_VERSION",
    "Detail",
    "Finding",
    "FindingKind",
    "Needle",
    "NeedleKind",
    "Passage",
    "Remade",
    "UnusableNeedle",
    "look_through",
    "passages",
    "remade",
    "rendered",
    "scan",
]
