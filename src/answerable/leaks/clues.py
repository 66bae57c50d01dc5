"""Clues in a text that is to be published: what may say who somebody is. A person decides.

The lifelong anonymity of a complainant covers more than names: whatever is likely to lead members
of the public to identify the person (section 1 of the Sexual Offences (Amendment) Act 1992). So
this tells of dates, ages, places and circumstances too, rather once too often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from answerable.records.identity import signs
from answerable.records.identity.folding import folded

_AROUND: Final = 40
"""Characters that are shown on either side of a clue."""


class Detail(StrEnum):
    """What a clue may give away, beside the signs of identity of `answerable.records`."""

    DATE = "date"
    AGE = "age"
    PLACE = "place"
    TIME = "time"
    OCCUPATION = "occupation"
    RELATION = "relation"
    CONDITION = "condition"
    ORIGIN = "origin"
    SINGULAR = "singular"


@dataclass(frozen=True, slots=True)
class Clue:
    """Words to look at before the text is published."""

    kind: str
    """A `Detail`, or a kind of sign of `answerable.records.identity`."""
    start: int
    """The place of its first character in the text."""
    end: int
    """The place after its last character."""
    words: str
    before: str
    after: str
    """What stands around it, shortened."""
    because: str
    """Why it is told, in a sentence."""


_MONTHS: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAYS: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_FEAST: Final = (
    r"(?:christmas|easter|new year['’]?s|boxing day|halloween|bonfire night|diwali|eid|ramadan"
    r"|valentine['’]?s)"
)
_NUMBER: Final = (
    r"(?:\d{1,3}|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]\w{3,5})?)"
)
_AFTER_AGE: Final = r"(?=[ ]?(?:[,.;)]|years?|when|at the time|and|$))"
_DECADE: Final = r"(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
_WHOSE: Final = "her|his|their"
_DWELLS: Final = (
    r"(?:lives?|lived|living|moved|moves|works?|worked|studie[sd]|attends?|attended|born)"
)
_INSTITUTION: Final = (
    r"(?:school|college|university|academy|hospital|surgery|clinic|church|mosque|temple|synagogue"
    r"|gurdwara|hotel|pub|bar|club|nightclub|prison|barracks|care home|hostel|refuge|campus"
    r"|festival|stadium|station|park|factory|salon|gym|supermarket|restaurant|caf[eé]|farm|beach)"
)
_JOBS: Final = (
    r"(?:teacher|nurse|doctor|gp|surgeon|midwife|solicitor|barrister|lecturer|student|pupil"
    r"|apprentice|soldier|sailor|airman|officer cadet|councillor|priest|vicar|imam|rabbi|coach"
    r"|footballer|athlete|model|actor|actress|singer|journalist|driver|carer|waitress|waiter"
    r"|bartender|hairdresser|farmer|shopkeeper|chef|cleaner|paramedic|firefighter|dancer"
    r"|prostitute|sex worker|asylum seeker|refugee|prisoner|teaching assistant|head ?teacher)"
)
_KIN: Final = (
    r"(?:mother|father|mum|dad|step-?(?:mother|father|son|daughter|brother|sister)|sister|brother"
    r"|son|daughter|aunt|uncle|niece|nephew|cousin|grand(?:mother|father|son|daughter)|wife"
    r"|husband|partner|ex-?(?:wife|husband|partner|boyfriend|girlfriend)|boyfriend|girlfriend"
    r"|fianc[eé]e?|twins?|neighbour|landlord|flatmate|housemate|colleague|employer|line manager"
    r"|foster (?:carer|mother|father))"
)
_CONDITIONS: Final = (
    r"(?:pregnant|deaf|blind|wheelchair|autistic|autism|epileps\w*|epileptic|amputee|dementia"
    r"|bipolar|schizophreni\w*|psychosis|diabet\w+|cancer|hiv|learning disabilit\w+|stammer"
    r"|down['’]?s syndrome|cerebral palsy|sectioned|transgender|non-binary|lesbian|gay|bisexual"
    r"|tattoo\w*|scars?|birthmark|prosthe\w+)"
)
_ORIGINS: Final = (
    r"(?:polish|romanian|lithuanian|albanian|nigerian|somali|eritrean|iranian|iraqi|afghan|syrian"
    r"|kurdish|pakistani|bangladeshi|indian|chinese|vietnamese|filipino|ukrainian|russian|irish"
    r"|traveller|gypsy|roma|jewish|muslim|hindu|sikh|buddhist|catholic|jehovah['’]?s witness"
    r"|mormon)"
)
_SINGULAR: Final = (
    r"(?:the only (?:\w+ ){1,3}|the (?:first|youngest|oldest) (?:\w+ ){0,2}(?:person|woman|man|girl"
    r"|boy|victim|child)|widely reported|well[- ]known|high[- ]profile|in the (?:press|news|media)"
    r"|viral|celebrity|made headlines|as reported)"
)
_LISTED: Final = {
    Detail.DATE: (
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?{_MONTHS}\b(?:[ ,]{{1,2}}\d{{4}})?",
        rf"\b{_MONTHS}[ ]\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?[ ]\d{{4}})?",
        r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d){1,2}\b",
        r"\b(?:19|20)\d\d-\d\d-\d\d\b",
        rf"\b(?:on|last|the|that)[ ]{_DAYS}\b(?:[ ](?:morning|afternoon|evening|night))?",
        rf"\b{_FEAST}(?:[ ](?:eve|day))?\b",
    ),
    Detail.AGE: (
        rf"\b(?:aged?|was|is|turned|only|just)[ ]{_NUMBER}(?:[ ]years?(?:[ -]old)?)?{_AFTER_AGE}",
        rf"\b{_NUMBER}[ -]?years?[ -]?old\b",
        rf"\bin (?:his|her|their) (?:early |mid-?|late )?{_DECADE}\b",
        r"\b(?:month|week)s?[ -]old\b",
        r"\bunder[ ]1[368]\b",
    ),
    Detail.TIME: (
        r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d[ ]?(?:am|pm|hrs|hours)?\b",
        r"\b\d{1,2}[ ]?(?:am|pm)\b",
        r"\b(?:midnight|midday|dawn)\b",
    ),
    Detail.PLACE: (
        rf"\b(?-i:(?:[A-Z][\w'’-]+[ ]){{1,4}}){_INSTITUTION}\b",
        rf"\b(?:{_WHOSE}|(?:a|the) local|the village|a nearby)[ ](?:\w+[ ]){{0,2}}{_INSTITUTION}\b",
        r"\b(?:village|hamlet|town|estate|island|valley)[ ]of\b",
        rf"\b{_DWELLS}[ ](?:in|at|to|near)\b",
    ),
    Detail.OCCUPATION: (rf"\b(?:an?|the|as|was|is|her|his|their|trainee)[ ]{_JOBS}\b",),
    Detail.RELATION: (
        rf"\b(?:her|his|their|the victim['’]?s|the suspect['’]?s)[ ](?:\w+[ ])?{_KIN}\b",
        r"\b(?:mother|father) of \w+\b",
        rf"\b(?:{_NUMBER}|one|two|three|four|five|six)[ ]children\b",
    ),
    Detail.CONDITION: (rf"\b{_CONDITIONS}\b",),
    Detail.ORIGIN: (rf"\b{_ORIGINS}\b",),
    Detail.SINGULAR: (rf"\b{_SINGULAR}",),
}
_EXPRESSIONS: Final = {
    kind: re.compile("|".join(alternatives), re.IGNORECASE)
    for kind, alternatives in _LISTED.items()
}
_BECAUSE: Final = {
    Detail.DATE: "A day can be found in court lists and in the press",
    Detail.AGE: "An age narrows down who is meant",
    Detail.TIME: "An hour, with a place, can say which event is meant",
    Detail.PLACE: "A place where somebody lives, works or was narrows down who is meant",
    Detail.OCCUPATION: "What somebody does narrows down who is meant",
    Detail.RELATION: "A relation names a person through another",
    Detail.CONDITION: "A condition or mark is known to those around the person",
    Detail.ORIGIN: "Origin or faith can single out one person in a small community",
    Detail.SINGULAR: "Something singular, or known to the public, leads to the person",
}


def clues(text: str) -> list[Clue]:
    """What in a text that is to be published a person should look at, in the order of the text.

    It tells and never decides: nothing is hidden, changed or held back. It knows expressions, and
    no meaning: a description that only a neighbour understands is not told, and much of what it
    tells is harmless.

    Args:
        text: anything that somebody wrote. Time grows with its length.

    Returns:
        the clues; no two share a character, and an identity goes before a circumstance.
    """
    found: list[Clue] = []
    taken = bytearray(len(text))
    for kind, because, start, end in (*_identities(text), *_details(text)):
        if start < end and not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            found.append(_clue(text, kind, because, start, end))
    return sorted(found, key=lambda one: one.start)


_Told = tuple[str, str, int, int]


def _identities(text: str) -> Iterator[_Told]:
    for sign in signs(text):
        yield sign.kind, sign.sentence, sign.start, sign.end


def _details(text: str) -> Iterator[_Told]:
    plain = folded(text)
    for kind, expression in _EXPRESSIONS.items():
        for found in expression.finditer(plain.text):
            if found[0].strip():
                yield kind, _BECAUSE[kind], *plain.span(*found.span())


def _clue(text: str, kind: str, because: str, start: int, end: int) -> Clue:
    return Clue(
        kind=kind,
        start=start,
        end=end,
        words=text[start:end],
        before=text[max(0, start - _AROUND) : start],
        after=text[end : end + _AROUND],
        because=because,
    )
