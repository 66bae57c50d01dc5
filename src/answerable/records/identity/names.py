"""Words that may be names, by their shape and by what stands around them.

A capital in the middle of a sentence is the first sign. Ordinary words with a capital are left out;
titles, first names, "called" and verbs that only people do bring names in that have no such sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from answerable.records.identity.first_names import ALSO_WORDS, FIRST_NAMES
from answerable.records.identity.introductions import introduced
from answerable.records.identity.ordinary import BEGINNINGS, is_ordinary, is_part_of_title
from answerable.records.identity.verbs import ONLY_PEOPLE_DO, PEOPLE_DO

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ENDS_A_SENTENCE = re.compile(r"[.!?:\n\"•*]")
_AFTER_ABBREVIATION = re.compile(r"\.[ ]?")
_NAME_WITH_CAPITALS_INSIDE = re.compile(
    r"(?:(?:[A-Z]['-])?(?:Mc|Mac|De|La|Le|Di|Da|Fitz|Al|El|Abd|Van|Ni|O|D|N|Ap)?"
    r"[^\W\d_a-z][^\W\d_A-Z]+[-']?)+"
)
_TITLES_LISTED = """
mr mrs ms miss mx dr prof professor sir dame lady lord rev reverend
"""
_TITLES = frozenset(_TITLES_LISTED.split())
_RANKS_LISTED = """
pc dc ds di dci dsu dsupt sgt insp supt wpc pcso det constable sergeant inspector superintendent
detective officer nurse judge recorder counsel councillor cllr imam father sister
"""
_RANKS = frozenset(_RANKS_LISTED.split())
_SHORTENED_LISTED = """
mr mrs ms mx dr prof rev sgt insp supt det cllr
"""
_SHORTENED = frozenset(_SHORTENED_LISTED.split())
"""Titles that a full stop may follow without ending the sentence."""
_DETERMINERS_LISTED = """
the a an this these those each every any no our your its
"""
_DETERMINERS = frozenset(_DETERMINERS_LISTED.split())
_PLACE_COMES_AFTER_LISTED = """
in at within across throughout near operation op cps area
"""
_PLACE_COMES_AFTER = frozenset(_PLACE_COMES_AFTER_LISTED.split())
_PEOPLE_COME_AFTER_A_NAME_LISTED = """
family household brothers sisters children kids twins boy boys girl girls lad lads
"""
_PEOPLE_COME_AFTER_A_NAME = frozenset(_PEOPLE_COME_AFTER_A_NAME_LISTED.split())
_TITLES_AND_RANKS = _TITLES | _RANKS
_NOT_AFTER_A_TITLE = _TITLES | BEGINNINGS
_COMES_BEFORE_A_THING = _PLACE_COMES_AFTER | _DETERMINERS
_COMES_AFTER_A_NAME = BEGINNINGS | PEOPLE_DO | _PEOPLE_COME_AFTER_A_NAME
_MONTHS_AND_NAMES = {"Jan", "Jun"}
_SORT_OF_PEOPLE = re.compile(r"(?:er|or|ist|ant|ent|ian|ee|m[ae]n|ldren|eople)(?:s|'s|s')?\Z|ies\Z")
_SHORTEST_IN_CAPITALS = 3


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    gap: str
    """What stands between the word before and this one."""
    makes_title: bool
    """Whether it has a capital and makes a title of a capital beside it."""


def possible_names(text: str) -> Iterator[tuple[int, int]]:
    """Spans of words that may be names; words of one name make one span."""
    words = _words(text)
    told = introduced(text)
    names: list[_Word] = []
    for place, word in enumerate(words):
        if not (word.start in told or _may_be_name(words, place, names)):
            continue
        if names and not (names[-1] is words[place - 1] and word.gap == " "):
            yield names[0].start, names[-1].end
            names = []
        names.append(word)
    if names:
        yield names[0].start, names[-1].end


def _words(text: str) -> list[_Word]:
    words, end = [], 0
    for found in _WORD.finditer(text):
        start = found.start()
        words.append(
            _Word(found[0], start, found.end(), text[end:start][-20:], _makes_title(found[0]))
        )
        end = found.end()
    return words


def _may_be_name(words: list[_Word], place: int, names: list[_Word]) -> bool:
    """Whether the word at a place may be a name.

    Args:
        words: all words of the text.
        place: which of them.
        names: the words of the name found last.
    """
    word = words[place]
    text = word.text.removesuffix("'s").removesuffix("'")
    small = text.lower()
    if text[0].islower():
        return small in FIRST_NAMES
    if _is_numbered(words, place):
        return False
    if _follows_title(words, place):
        return (
            len(text) > 1
            and small not in _NOT_AFTER_A_TITLE
            and (not is_ordinary(text) or words[place - 1].text.lower() in _TITLES)
        )
    if len(text) == 1 or is_ordinary(text):
        return False
    if text.isupper():
        follows_name = bool(names) and names[-1] is words[place - 1] and word.gap == " "
        return small in FIRST_NAMES or (
            follows_name and len(text) >= _SHORTEST_IN_CAPITALS and small not in BEGINNINGS
        )
    if not _NAME_WITH_CAPITALS_INSIDE.fullmatch(text):
        return False
    if small in FIRST_NAMES:
        return True
    if _begins_text(words, place):
        return (small in ALSO_WORDS or small not in BEGINNINGS) and _begins_with_name(words, place)
    return not (
        _stands_in_date(words, place)
        or _stands_as_place_or_thing(words, place)
        or _says_what_kind(words, place, names)
    )


def _stands_in_date(words: list[_Word], place: int) -> bool:
    """Whether "Jan" or "Jun", which are names too, stand beside a figure."""
    after = words[place + 1].gap if place + 1 < len(words) else ""
    return words[place].text in _MONTHS_AND_NAMES and any(
        character.isdigit() for character in words[place].gap + after
    )


def _is_numbered(words: list[_Word], place: int) -> bool:
    """Whether a figure or an underscore touches the word, as in DG6 or 19C."""
    after = words[place + 1].gap if place + 1 < len(words) else ""
    return words[place].gap[-1:].isalnum() or after[:1].isalnum() or after[:1] == "_"


def _follows_title(words: list[_Word], place: int) -> bool:
    if place == 0 or words[place].gap not in {" ", ". ", "."}:
        return False
    before = words[place - 1].text
    is_shortened = before.lower() in _SHORTENED
    return before[0].isupper() and (
        is_shortened or (words[place].gap == " " and before.lower() in _TITLES_AND_RANKS)
    )


def _begins_sentence(words: list[_Word], place: int) -> bool:
    gap = words[place].gap
    if not _ENDS_A_SENTENCE.search(gap):
        return False
    before = words[place - 1].text
    is_initial = len(before) == 1 and before.isupper() and not _is_numbered(words, place - 1)
    return not (is_initial and _AFTER_ABBREVIATION.fullmatch(gap))


def _begins_with_name(words: list[_Word], place: int) -> bool:
    """Whether a word at the beginning of a sentence goes on as a name does."""
    word = words[place]
    if place + 1 == len(words):
        return False
    following = words[place + 1]
    if following.gap != " ":
        return False
    is_sort = _SORT_OF_PEOPLE.search(word.text) is not None
    if word.text.endswith("'s"):
        return not is_sort and following.text.islower()
    if following.text.islower():
        is_known = word.text.lower() in ALSO_WORDS
        return not is_sort and following.text in (PEOPLE_DO if is_known else ONLY_PEOPLE_DO)
    is_word = len(following.text) > 1 and not _is_numbered(words, place + 1)
    return (
        is_word
        and not (is_ordinary(following.text) or _runs_into_title(words, place))
        and (
            following.text.isupper()
            or _NAME_WITH_CAPITALS_INSIDE.fullmatch(following.text) is not None
        )
    )


def _says_what_kind(words: list[_Word], place: int, names: list[_Word]) -> bool:
    """Whether one capital says what kind of thing follows, as in "a weekly Bronze meeting"."""
    word = words[place]
    goes_with_name = word.gap == " " and bool(names) and names[-1] is words[place - 1]
    if goes_with_name or place + 1 == len(words) or word.text.endswith(("'s", "'")):
        return False
    following = words[place + 1]
    return (
        following.gap == " "
        and following.text.islower()
        and following.text not in _COMES_AFTER_A_NAME
        and not following.text.endswith(("ed", "ly"))
    )


def _runs_into_title(words: list[_Word], place: int) -> bool:
    """Whether capitals go on to one that ends a title, as in "Unduly Lenient Sentence"."""
    for word in words[place + 1 : place + 4]:
        if word.gap != " " or not word.text[0].isupper():
            return False
        if word.makes_title:
            return True
    return False


def _makes_title(text: str) -> bool:
    return text[0].isupper() and not text.isupper() and is_part_of_title(text)


def _begins_text(words: list[_Word], place: int) -> bool:
    return place == 0 or _begins_sentence(words, place)


def _stands_as_place_or_thing(words: list[_Word], place: int) -> bool:
    """Whether a capital in mid-sentence is "the Portal", "in Northtown" or "Northtown Court"."""
    following = words[place + 1] if place + 1 < len(words) else None
    goes_on = following is not None and following.gap == " "
    if _runs_into_title(words, place):
        return True
    leading = words[place - 1]
    if words[place].gap == " " and leading.makes_title and not _begins_text(words, place - 1):
        return True
    first = place
    while first > max(0, place - 4) and words[first].gap == " " and words[first].text[0].isupper():
        if words[first].text.lower() in _COMES_BEFORE_A_THING:
            break
        first -= 1
    before = words[first].text.lower()
    if first == place or words[first + 1].gap != " ":
        return False
    if before in _DETERMINERS:
        return not (following and goes_on and following.text in _PEOPLE_COME_AFTER_A_NAME)
    return before in _PLACE_COMES_AFTER and not words[place].text.endswith("'s")
