"""Files from outside made anew, so that nothing of them goes out but what a reader sees."""

from answerable.leaks.remaking.asking import REMAKE_LIMITS, Remade, remade
from answerable.leaks.remaking.documents import rendered

__all__ = ["REMAKE_LIMITS", "Remade", "remade", "rendered"]
