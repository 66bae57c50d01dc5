"""The forms in which a Welsh word stands in a text: its beginning changes with the word before it.

Pure. The mutations are those of D. Geraint Lewis, Y Treigladur; what a word is derived from, and
plurals, are not known here.
"""

from __future__ import annotations

from typing import Final

_MUTATED: Final = {
    "ll": ("l",),
    "rh": ("r",),
    "p": ("b", "mh", "ph"),
    "t": ("d", "nh", "th"),
    "c": ("g", "ngh", "ch"),
    "b": ("f", "m"),
    "d": ("dd", "n"),
    "g": ("", "ng"),
    "m": ("f",),
}
_UNMUTATED: Final = {
    "ngh": "c",
    "mh": "p",
    "nh": "t",
    "ph": "p",
    "th": "t",
    "ch": "c",
    "dd": "d",
    "ng": "g",
}
"""Beginnings that few words have of their own, and what each was."""
_VOWELS: Final = frozenset("aeiouwy")
_SHORTEST: Final = 4
"""Letters of a word whose forms are looked for: of shorter ones too many others begin so."""


def forms_of(word: str) -> tuple[str, ...]:
    """A word and its other forms: "plismona", "blismona", "mhlismona", "phlismona".

    Args:
        word: in small letters without marks above them, mutated or not.
    """
    if len(word) < _SHORTEST:
        return (word,)
    radicals = [word, *(_radical(word))]
    found = dict.fromkeys(radicals)
    for radical in radicals:
        found |= dict.fromkeys(_mutations(radical))
    return tuple(found)


def _radical(word: str) -> tuple[str, ...]:
    for beginning, original in _UNMUTATED.items():
        if word.startswith(beginning):
            return (original + word[len(beginning) :],)
    return ()


def _mutations(word: str) -> tuple[str, ...]:
    if word[0] in _VOWELS:
        return (f"h{word}",)
    if word.startswith(tuple(_UNMUTATED)):
        return ()
    for beginning, others in _MUTATED.items():
        if word.startswith(beginning):
            return tuple(other + word[len(beginning) :] for other in others)
    return ()
