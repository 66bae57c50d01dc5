"""Headings that say what the part below them is for."""

from __future__ import annotations

import re
from typing import Final

from answerable.documents.model import BlockKind
from answerable.extraction.lines import Line
from answerable.extraction.model import ItemKind
from answerable.extraction.sections.model import Part, Section
from answerable.extraction.wording import asks, recommends, reports

_LONGEST_HEADING: Final = 130
_ITEM_WORD: Final = r"(?:recommendations?|areas? for improvement|afis?|causes? of concern)"
_PAST: Final = re.compile(
    rf"(?:\b(?:previous|earlier|past|prior|former|historic(?:al)?|closed|completed?|discharged"
    rf"|archived|superseded|implemented)\b.{{0,60}}\b{_ITEM_WORD}"
    rf"|\b{_ITEM_WORD}\b.{{0,40}}\b(?:from|made|in|since|of)\b.{{0,40}}\b(?:19|20)\d\d\b"
    rf"|\b{_ITEM_WORD}\b.{{0,40}}\b(?:closed|completed?|now complete|discharged|from (?:our|the"
    rf"|its) (?:last|previous|earlier)|made (?:last|previously|earlier)|already)\b"
    rf"|\b(?:progress|update|follow(?:ing)?[- ]up)\b.{{0,60}}\b(?:{_ITEM_WORD}|last (?:inspection"
    rf"|report)|previous (?:inspection|report)|since)\b"
    rf"|\bstatus (?:of|log|update|report|summary)\b.{{0,60}}|\b{_ITEM_WORD} (?:status|log|history"
    rf"|progress)\b"
    r"|\b(?:closed|completed|discharged|archived)\s+(?:actions?|items|entries|matters|findings)\b"
    r"|\b(?:actions|items|entries|matters)\b.{0,20}\b(?:closed|completed|discharged|archived)\b"
    r"|^(?:status|action|decision|change|version|document) (?:log|history|control)\b"
    rf"|\b(?:19|20)\d\d\b.{{0,40}}\b{_ITEM_WORD})",
    re.IGNORECASE,
)
_RESPONDER: Final = (
    r"(?:pf?ccs?|(?:deputy )?commissioners?|chief constables?|chief officers?|forces?"
    r"|constabulary|management|office|our|mayors?"
    r"|(?:local )?policing bod(?:y|ies)|opcc|agency|organisation|police and crime "
    r"commissioners?)(?:[’']s?)?"
)
_REPLY: Final = r"(?:response|responses|reply|replies|comments?|answers?)"
_ANSWERED: Final = (
    r"(?:the |this |that |each |these |all |our |his |her |its )*(?:joint |thematic |national "
    r"|hmicfrs |hmic |peel )*(?:report|inspection|recommendation|finding|hmic|letter|area|cause)"
)
_RESPONSE: Final = re.compile(
    rf"^(?:the )?(?:statutory |formal |official |joint )*{_REPLY}(?: (?:from|of|by) .{{3,80}}| "
    rf"to {_ANSWERED}.{{0,80}})?$"
    rf"|\b{_RESPONDER}(?: for [\w ]{{3,30}}| of [\w ]{{3,30}})?(?: (?:and|&) "
    rf".{{3,40}}?)?\s+(?:statutory |formal |own |joint )*{_REPLY}(?: to {_ANSWERED}.{{0,80}}| "
    rf"(?:on|and) .{{0,60}})?$"
    rf"|^(?:the )?{_RESPONDER}(?: .{{0,60}})?\b(?:said|says|responded|commented|writes?|replied)$"
    r"|^(?:action (?:already )?taken|accepted|what we (?:have done|are doing|will do)"
    r"(?: (?:about|in).{0,30})?)$",
    re.IGNORECASE,
)
_APART: Final = re.compile(
    r"(?:\bwhat (?:is|are|do we mean by|does) .{0,60}|\bglossary\b|\bdefinitions?\b|\bterms "
    r"(?:used|and)\b|\bmethodology\b|\bour method\b|^(?:method|terminology|acknowledge?ments"
    r"|references|bibliography|endnotes|footnotes|notes|distribution|foreword by)s?$"
    r"|\babout (?:us|our|this|the|these)\b|\bhow (?:we|to|our|this)\b|\b(?:minutes|agenda"
    r"|matters arising|committee|panel|members|apologies|decisions?)\b.{0,60}$|\bterms of "
    r"reference\b|\babbreviations\b|\bexplanation of\b|\btypes? of (?:finding|recommendation))",
    re.IGNORECASE,
)
_KEY_FINDINGS: Final = re.compile(
    r"^(?:our |the |summary of |main |headline )*(?:key |main |headline |principal )?findings(?: "
    r"and .{0,40})?$|^key (?:messages|points|conclusions)$",
    re.IGNORECASE,
)
_ITEMS: Final = re.compile(rf"\b{_ITEM_WORD}\b", re.IGNORECASE)
_OUR_ITEMS: Final = re.compile(
    rf"^(?:(?:section|part|chapter|annex|annexe|appendix)\s+\w{{1,3}}\s*[:.–—-]?\s*)?(?:(?:our"
    rf"|the|all|full|complete|other|general|wider|final|detailed|individual|summary|list|lists"
    rf"|table|overview|of|key|main|new|open|current"
    rf"|conclusions?|findings|and|joint|national|local|force|accelerated|overall|specific|further"
    rf"|additional|schedule|register|consolidated|headline|remaining|strategic|outstanding)\s+"
    rf"|,\s*|&\s*)*{_ITEM_WORD}"
    rf"(?:\s*(?:,|and|&|/)\s*(?:our\s+)?(?:{_ITEM_WORD}|actions?|next steps"
    rf"|conclusions?))*(?P<rest>.{{0,70}})$",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(
    r"\b(?:was|were|has|have|had|is|are|will|can|could|would|may|might|been|being|said|says|made by"
    r" the (?:panel|committee|board))\b",
    re.IGNORECASE,
)
_TO_BE_DONE: Final = re.compile(
    r"^(?:what (?:needs to|should|must) (?:happen|change|be done|improve|follow)\b.{0,40}"
    r"|(?:actions?|improvements?) (?:required|needed)\b.{0,40}|required (?:actions?"
    r"|improvements?))$",
    re.IGNORECASE,
)
_KINDS: Final = (
    ("cause", ItemKind.CAUSE_OF_CONCERN),
    ("recommendation", ItemKind.RECOMMENDATION),
    ("area", ItemKind.AREA_FOR_IMPROVEMENT),
    ("afi", ItemKind.AREA_FOR_IMPROVEMENT),
)
_NUMBERED_HEADING: Final = re.compile(
    r"^(?:(?:section|part|chapter|annexe?|appendix)\s+\w{1,3}|\d{1,2}(?:\.\d{1,2})*"
    r"|[A-Z])[.:)]?\s+[–—-]?\s*",
    re.IGNORECASE,
)


_ORDINARY: Final = re.compile(
    r"^(?:our |the )?(?:next steps?|what (?:happens|comes) next|foreword|background|introduction"
    r"|overview|context|conclusions?|in conclusion|closing remarks?|what we (?:found|saw|looked at"
    r"|did|inspected)|(?:main )?findings|evidence|thanks|contact(?: us)?|further information)$",
    re.IGNORECASE,
)
_CHAPTER: Final = re.compile(
    r"^(?i:chapter|section|part|annexe?|appendix) (?:\d{1,2}|[A-Z]|[ivx]{1,4})\b(?:\s?[.:–—-])?"
    r"(?: [A-Z][^.;]{0,80})?$"
)
_FAREWELL: Final = re.compile(
    r"^(?:yours (?:sincerely|faithfully|truly)|(?:with )?(?:kind|best|warm|many)"
    r"(?: (?:regards|wishes|thanks))?|regards)\W*$",
    re.IGNORECASE,
)


def ends_list(line: Line) -> bool:
    """Whether a line ends a list by its words, however it is set: "Next steps", a farewell."""
    text = line.text.strip()
    if _FAREWELL.match(text) or _CHAPTER.match(text):
        return True
    return _ORDINARY.match(_NUMBERED_HEADING.sub("", text).rstrip(": ").strip()) is not None


def named_part(line: Line) -> Section | None:
    """The section that a line opens by its words, or None if it is no heading that we know."""
    text = _heading_words(line)
    if text is None:
        return None
    ranked = line.block.level if line.block.kind is BlockKind.HEADING else None
    if _ITEMS.search(text):
        if _PAST.search(text):
            return Section(Part.PAST, line, level=ranked)
        if _RESPONSE.search(text):
            return Section(Part.RESPONSE, line, level=ranked)
        if _APART.search(text):
            return Section(Part.APART, line, level=ranked)
        found = _OUR_ITEMS.match(text)
        if found and not _TELLS.search(found["rest"]):
            return Section(Part.ITEMS, line, _kind_named(text), ranked)
        return None
    if _TO_BE_DONE.match(text) and line.looks_like_heading:
        return Section(Part.ITEMS, line, ItemKind.RECOMMENDATION, ranked)
    headed = line.looks_like_heading or text != line.text.strip() or len(text.split()) <= 6
    for part, pattern in (
        (Part.KEY_FINDINGS, _KEY_FINDINGS),
        (Part.RESPONSE, _RESPONSE),
        (Part.APART, _APART),
        (Part.PAST, _PAST),
    ):
        if pattern.search(text) and (headed or part in {Part.KEY_FINDINGS, Part.RESPONSE}):
            return Section(part, line, level=ranked)
    return None


def _heading_words(line: Line) -> str | None:
    """A line's words if it can be a heading: short, no sentence, no bullet, no item."""
    text = line.text.strip()
    if len(text) > _LONGEST_HEADING or text.endswith((".", ";", ",", "!", "”")) or line.is_bullet:
        return None
    if line.is_labelled:
        return None
    text = _NUMBERED_HEADING.sub("", text).rstrip(": ").strip()
    if asks(text) or recommends(text) or reports(text):
        return None
    headed = line.looks_like_heading or line.text.rstrip().endswith(":")
    plain = len(text.split()) <= 12 and text[:1].isupper()
    return text if (headed or plain) and not text[:1].islower() else None


def _kind_named(text: str) -> ItemKind:
    lowered = text.lower()
    named = [kind for word, kind in _KINDS if re.search(rf"\b{word}", lowered)]
    if len(named) > 1 and ItemKind.RECOMMENDATION in named:
        return ItemKind.RECOMMENDATION
    return named[0]
