"""What somebody typed into a search, understood: words, "phrases", and -what is not wanted.

Pure. No other sign means anything, and nothing that is typed is wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 400
"""Characters of what is typed that are read."""
MOST_WORDS: Final = 16
LONGEST_WORD: Final = 60
"""Characters of a word that are read: PostgreSQL refuses words of some hundreds."""
_PIECE: Final = re.compile(r'(?P<no>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<run>[^\s"]+))')
_WORD: Final = re.compile(r"[^\W_]+")
_QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‐‑–—−", "-"))
_COMMON: Final = frozenset(
    re.findall(
        r"\w+",
        "i me my myself we our ours ourselves you your yours yourself yourselves he him his "
        "himself she her hers herself it its itself they them their theirs themselves what which "
        "who whom this that these those am is are was were be been being have has had having do "
        "does did doing a an the and but if or because as until while of at by for with about "
        "against between into through during before after above below to from up down in out on "
        "off over under again further then once here there when where why how all any both each "
        "few more most other some such no nor not only own same so than too very s t can will "
        "just don should now",
    )
)
"""Words that PostgreSQL keeps in no index of English; SQLite would ask for each."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or words that must stand side by side."""

    words: tuple[str, ...]
    may_go_on: bool = False
    """The word may be the beginning of one: whoever typed it may not have finished."""

    @property
    def is_phrase(self) -> bool:
        return len(self.words) > 1


@dataclass(frozen=True, slots=True)
class Asked:
    """Every wanted term has to be there, and no unwanted one."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    was_common: bool = False
    """Something wanted was left out, for it stands in nearly every text: "the"."""

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.wanted)


def understood(typed: str) -> Asked:
    """What is to be looked for.

    The last word may be the beginning of one, unless it is a single letter. Words that stand in
    nearly every English text count within phrases alone.
    """
    text = unicodedata.normalize("NFC", typed[:LONGEST]).translate(_QUOTES)
    wanted: list[Term] = []
    unwanted: list[Term] = []
    was_common, unfinished = False, None
    for is_wanted, is_quoted, term in _terms(text):
        unfinished = None
        if all(word.casefold() in _COMMON for word in term.words):
            was_common = was_common or is_wanted
        elif not is_wanted:
            unwanted.append(term)
        else:
            wanted.append(term)
            unfinished = None if is_quoted or len(term.words[0]) == 1 else term
    if unfinished is not None:
        wanted[-1] = Term(unfinished.words, may_go_on=True)
    return Asked(tuple(wanted), tuple(unwanted), was_common)


def _terms(text: str) -> Iterator[tuple[bool, bool, Term]]:
    """Of each term whether it is wanted, and whether it stands in quotation marks."""
    left = MOST_WORDS
    for piece in _PIECE.finditer(text):
        is_wanted, is_quoted = piece["no"] is None, piece["run"] is None
        said = piece["phrase"] if is_quoted else piece["run"]
        words = tuple(word[:LONGEST_WORD] for word in _WORD.findall(said))[:left]
        left -= len(words)
        if not words:
            continue
        if is_wanted and not is_quoted:
            # "follow-up" is two words, as an index has it.
            yield from ((True, False, Term((word,))) for word in words)
        else:
            yield is_wanted, is_quoted, Term(words)
