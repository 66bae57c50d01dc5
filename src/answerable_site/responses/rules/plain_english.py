"""Passages of an English text that a reader may stumble over, for its writer to look at.

A help, never an obstacle: nothing is refused or held back because of it. Sentences of more than
25 words and paragraphs of more than 5 sentences are what the guidance on writing for GOV.UK asks
writers to look at again (https://www.gov.uk/guidance/content-design/writing-for-gov-uk), and it
asks to explain abbreviations at first use. Passive sentences are left out: no rule finds them
without many false alarms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from answerable.writing.blocks import BulletList, Paragraph, Runs
from answerable.writing.text import paragraphs_from_text
from answerable_site.responses.rules.plainer_words import PLAINER
from answerable_site.responses.rules.words import Language

MOST_WORDS = 25
"""In a sentence."""
MOST_SENTENCES = 5
"""In a paragraph."""


class RemarkKind(StrEnum):
    """What a reader may stumble over."""

    LONG_SENTENCE = "long_sentence"
    LONG_PARAGRAPH = "long_paragraph"
    ABBREVIATION = "abbreviation"
    PLAINER_WORD = "plainer_word"


@dataclass(frozen=True, slots=True)
class Remark:
    """One passage to look at again."""

    kind: RemarkKind
    passage: str
    """The words of the text; of a long paragraph, its first sentence."""
    advice: str
    """What is remarked and what to do, in a sentence or two."""


def is_checked(language: Language) -> bool:
    """Whether texts of a language are checked; the rules hold for English alone."""
    return language is Language.ENGLISH


def remarks(text: str, *, explained: frozenset[str] = frozenset()) -> tuple[Remark, ...]:
    """What to look at again in an English text, in its order; each word and abbreviation once.

    Args:
        text: as typed, with blank lines between paragraphs and "- " for bullets.
        explained: abbreviations that an earlier text of the same document explains.
    """
    known = explained | abbreviations_explained(text) | _WELL_KNOWN
    once: dict[tuple[RemarkKind, str], Remark] = {}
    for unit in _units(text):
        for remark in _of_unit(unit, known):
            once.setdefault((remark.kind, remark.passage.casefold()), remark)
    return tuple(once.values())


def abbreviations_explained(text: str) -> frozenset[str]:
    """Abbreviations that stand beside their words: "College of Policing (CoP)", "CPS (the …)"."""
    return frozenset(_AFTER_ITS_WORDS.findall(text) + _BEFORE_ITS_WORDS.findall(text))


_AFTER_ITS_WORDS = re.compile(
    r"[a-z][”’\"']?\s+\((?:the\s)?[“‘\"']?([A-Z][A-Za-z&]*[A-Z])s?[”’\"']?\)"
)
_BEFORE_ITS_WORDS = re.compile(r"\b([A-Z][A-Za-z&]*[A-Z])s?\s\([^()]*[a-z]\s[^()]*[a-z]\)")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph; a line end is a space.

    A full stop ends none in "s.55(5B)", "3.5 per cent", "No. 3", "Mr. Ashdown" or "e.g. bags".
    """
    words = " ".join(text.split())
    found, begin = [], 0
    for end in _END.finditer(words):
        if _ends_here(words[begin : end.start()], end, words[end.end() :]):
            found.append(words[begin : end.end()].strip())
            begin = end.end()
    found.append(words[begin:].strip())
    return tuple(sentence for sentence in found if sentence)


def count_words(sentence: str) -> int:
    """How many words a sentence has; a dash that stands alone is none."""
    return sum(any(c.isalnum() for c in word) for word in sentence.split())


_END = re.compile(r"[.!?…]+[”’\"')\]]*(?=\s)")
_NEXT_BEGINS = re.compile(r"\s+[“‘\"'(\[]*[A-Z0-9£]")
_NEXT_IS_A_NUMBER = re.compile(r"\s+[0-9]")
_NEVER_LAST = frozenset(
    {
        *("mr", "mrs", "ms", "mx", "dr", "prof", "rev", "hon", "rt"),
        *("sir", "st", "sgt", "insp", "supt", "ch", "cllr", "e.g", "i.e"),
        *("eg", "ie", "cf", "vs", "v", "viz", "approx", "s", "ss"),
        *("sch", "art", "arts", "para", "paras", "reg", "regs", "fig", "figs"),
        *("app", "ed", "eds"),
    }
)
"""What is written before the words that it belongs to."""
_BEFORE_A_NUMBER = frozenset(
    {
        *("no", "nos", "p", "pp", "vol", "pt", "c", "ca"),
    }
)


def _ends_here(before: str, end: re.Match[str], after: str) -> bool:
    if not _NEXT_BEGINS.match(after):
        return False
    if end.group()[0] != "." or end.group()[:2] == "..":
        return True
    *others, last = before.split() or [""]
    word = last.lstrip("“‘\"'([").casefold()
    if word in _NEVER_LAST:
        return False
    if word in _BEFORE_A_NUMBER:
        return not _NEXT_IS_A_NUMBER.match(after)
    is_initial = len(word) == 1 and word.isalpha() and last[-1:].isupper()
    return not (is_initial and (not others or _belongs_to_a_name(others[-1])))


def _belongs_to_a_name(word: str) -> bool:
    return word.rstrip(".").casefold() in _NEVER_LAST or bool(re.fullmatch(r"[A-Z]\.", word))


@dataclass(frozen=True, slots=True)
class _Unit:
    """A paragraph, or one bullet of a list."""

    sentences: tuple[str, ...]
    is_paragraph: bool


def _units(text: str) -> Iterator[_Unit]:
    for block in paragraphs_from_text(text):
        match block:
            case Paragraph(runs):
                yield _Unit(sentences(_words(runs)), is_paragraph=True)
            case BulletList(items):
                yield from (_Unit(sentences(_words(item)), is_paragraph=False) for item in items)


def _words(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _of_unit(unit: _Unit, known: frozenset[str]) -> Iterator[Remark]:
    if unit.is_paragraph and len(unit.sentences) > MOST_SENTENCES:
        yield Remark(
            RemarkKind.LONG_PARAGRAPH,
            unit.sentences[0],
            f"The paragraph that begins like this has {len(unit.sentences)} sentences. Up to "
            f"{MOST_SENTENCES} are easier to take in: begin a new paragraph.",
        )
    for sentence in unit.sentences:
        yield from _of_sentence(sentence, known)


def _of_sentence(sentence: str, known: frozenset[str]) -> Iterator[Remark]:
    count = count_words(sentence)
    if count > MOST_WORDS:
        yield Remark(
            RemarkKind.LONG_SENTENCE,
            sentence,
            f"This sentence has {count} words. Up to {MOST_WORDS} are easier to read: can it "
            "become two?",
        )
    for abbreviation in _abbreviations(sentence):
        if abbreviation not in known:
            yield Remark(
                RemarkKind.ABBREVIATION,
                abbreviation,
                f"“{abbreviation}” is not explained. Write its words in full the first time, with "
                f"“({abbreviation})” behind them.",
            )
    yield from _plainer(sentence)


_ABBREVIATION = re.compile(r"(?<![\w.@/(-])\(?([A-Z](?:[A-Z]|&(?=[A-Z]))+)s?(?:’s)?(?![\w@-]|\.\w)")
_WELL_KNOWN = frozenset(
    {
        *("UK", "US", "EU", "VAT", "MP", "MPs", "BBC", "NHS", "PDF"),
        *("TV", "CCTV", "DNA", "OK", "AM", "PM", "GP", "ID", "IT"),
    }
)
_ROMAN = re.compile(r"[IVXLC]+")


def _abbreviations(sentence: str) -> list[str]:
    found = [found for found in _ABBREVIATION.findall(sentence) if not _ROMAN.fullmatch(found)]
    if 2 * len(found) > count_words(sentence) > 2:
        return []  # a line in capitals, not a row of abbreviations
    return found


def _plainer(sentence: str) -> Iterator[Remark]:
    for found in _PLAINER_WORDS.finditer(sentence):
        plainer = PLAINER[found.group().casefold()]
        yield Remark(
            RemarkKind.PLAINER_WORD,
            found.group(),
            f"Instead of “{found.group()}” you could write “{plainer}”.",
        )


_PLAINER_WORDS = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(re.escape(word) for word in sorted(PLAINER, key=len, reverse=True))
    + r")(?![\w-])",
    flags=re.IGNORECASE,
)
