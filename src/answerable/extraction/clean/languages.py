"""Bilingual reports say everything in Welsh and in English; the English is read, once."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from answerable.extraction.lines import Line
from answerable.extraction.marks import mark_of

_WELSH_LISTED: Final = """
yr y yn ac ar i'r o'r a'r yw mae oedd bod fod dylai dylid dylent heddlu heddluoedd argymhelliad
argymhellion meysydd maes gwella gan gyda wedi cael ei eu hyn hwn hon sydd ddim neu ond gyfer mewn
erbyn fel pob bob lluoedd llu swyddfa gartref prif gwnstabl gwnstabliaid comisiynydd trosedd
throseddu dioddefwyr achos pryder adroddiad arolygiad o fewn mis cyhoeddwyd crynodeb canfyddiadau
allweddol ein rydym sicrhau dylem tudalen blaenoriaeth cyflwyniad atodiad ebrill mai mehefin
gorffennaf awst medi hydref tachwedd rhagfyr ionawr chwefror mawrth gwasanaeth gwasanaethau coleg
plismona ddylai unwaith archwilio cenedlaethol math dyddiad teitl
"""
_WELSH: Final = frozenset(_WELSH_LISTED.split())
_ENGLISH_LISTED: Final = """
the and of to in for that with is are be by on should from this or as it their within force forces
police recommendation recommendations we our has have was were not all which area improvement
cause concern
"""
_ENGLISH: Final = frozenset(_ENGLISH_LISTED.split())
_FEWEST_WELSH: Final = 2
_FEWEST_TOLD: Final = 4
"""Words in a line that shows its language."""
_SLASH: Final = re.compile(r"\s+[/|]\s+")
_WORD: Final = re.compile(r"[a-zâêîôûŵŷ'’]+")


def in_english(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The English lines, where the text is in English and Welsh; else all lines."""
    welsh = [_is_welsh(line) for line in lines]
    if sum(welsh) < _FEWEST_WELSH or all(welsh):
        return lines
    return tuple(_english_half(line) for line, drop in zip(lines, welsh, strict=True) if not drop)


def is_in_welsh(lines: tuple[Line, ...]) -> bool:
    """Whether most of a text's longer lines are Welsh, so that rules for English miss it."""
    told = [line for line in lines if len(line.text.split()) >= _FEWEST_TOLD]
    return bool(told) and sum(map(_is_welsh, told)) * 2 > len(told)


def _is_welsh(line: Line) -> bool:
    if line.block.language:
        return line.block.language.lower().startswith("cy")
    return _leans_welsh(line.text) and _SLASH.search(line.text) is None


def _leans_welsh(text: str) -> bool:
    words = _WORD.findall(text.lower().replace("’", "'"))
    welsh = sum(word in _WELSH for word in words)
    english = sum(word in _ENGLISH for word in words)
    return welsh > english and welsh * 6 >= len(words)


def _english_half(line: Line) -> Line:
    """A heading printed as "Recommendation 1 / Argymhelliad 1" keeps its English half."""
    cut = _SLASH.search(line.text)
    if cut is None:
        return line
    first, second = line.text[: cut.start()], line.text[cut.end() :]
    if _leans_welsh(second) and not _leans_welsh(first):
        return replace(line, text=first, mark=mark_of(first))
    if _leans_welsh(first) and not _leans_welsh(second):
        return replace(line, text=second, start=line.start + cut.end(), mark=mark_of(second))
    return line
