"""When two wordings count as the same: texts, numbers, addressees, titles."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

_KIND_WORDS = re.compile(
    r"^(recommendation|rec|argymhelliad|areas? for improvement|afi|maes i'w wella"
    r"|cause of concern|coc|achos pryder|r)\b\.? *",
)
_DETERMINERS = re.compile(r"^(the|all|any|each|every|both|those) ")


def words(text: str) -> list[str]:
    """The words of a text without case, punctuation and typographic differences."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("\u00ad", "")
    return re.findall(r"[^\W_]+", plain.replace("\u2019", "").replace("'", ""))


def similarity(first: str, second: str) -> float:
    """Share of words in common, in order: 1.0 for the same wording, 0.0 for nothing shared."""
    return SequenceMatcher(None, words(first), words(second), autojunk=False).ratio()


def same_number(first: str | None, second: str | None) -> bool:
    """Whether two printed numbers are one: "Recommendation 3a", "3a." and "3A" are."""
    return _number(first) == _number(second)


def _number(number: str | None) -> str | None:
    if number is None:
        return None
    plain = number.casefold().replace("\u2019", "'").strip()
    return re.sub(r"[\s.:()\[\]]", "", _KIND_WORDS.sub("", plain))


def same_names(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two lists name the same bodies, in any order, with or without "the" or "all"."""
    return {_name(name) for name in first} == {_name(name) for name in second}


def _name(name: str) -> str:
    return _DETERMINERS.sub("", " ".join(words(name)))


def same_deadline(first: str | None, second: str | None) -> bool:
    """Whether two deadlines are one; "within 1 month" and "within 1 months" are."""
    return (first or "").removesuffix("s") == (second or "").removesuffix("s")


def same_title(labelled: str | None, found: str | None) -> bool:
    """Whether a found title is the labelled one; a missing or added subtitle does no harm."""
    if labelled is None or found is None:
        return labelled is found
    first, second = sorted((words(labelled), words(found)), key=len)
    if not first:
        return not second
    if second[: len(first)] == first:
        return True
    return len(first) >= 3 and sum(word in second for word in first) / len(first) >= 0.9
