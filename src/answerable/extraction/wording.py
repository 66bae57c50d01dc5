"""How English asks for something: sentences, modal verbs, "we recommend", imperatives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_SENTENCE_END: Final = re.compile(r"[.!?][\"'”’)\]]{0,2}\s+(?=[\"'“‘(\[]{0,2}[A-Z0-9])")
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:e\.g|i\.e|no|nos|para|st|mr|mrs|ms|dr|vs|art|ss?|cf|approx|rec|det|insp|supt)"
    r"|\b[A-Z])\.$",
    re.IGNORECASE,
)
_NO_REQUEST: Final = (
    r"(?!\s+(?:not\s+)?have\s+(?:\w+ed|been|done|known|seen|had|made|taken|given|told|kept|found"
    r"|held|met|gone|come|got|heard|led|left|begun|built|sent|spent|thought|understood)\b"
    r"|\s+(?:also\s+)?(?:like|stress|emphasise)\b|\s+be\s+(?:grateful|pleased|glad)\b)"
)
MODAL: Final = re.compile(
    rf"\b(?P<modal>should|must|needs? to|ought to|shall|is to|are to)\b{_NO_REQUEST}", re.IGNORECASE
)
ANY_MODAL: Final = re.compile(
    r"\b(?P<modal>should|must|needs? to|ought to|shall|is to|are to)\b", re.IGNORECASE
)
"""Also where the words after it ask nothing ("should have known")."""
_STRONG: Final = re.compile(
    rf"\b(?:should|must|ought to|needs? to|shall)\b{_NO_REQUEST}", re.IGNORECASE
)
RECOMMENDING: Final = re.compile(
    r"\b(?:(?:we|i)(?:\s+(?:would|also|therefore|further|strongly|formally|now|again|do|must"
    r"|have\s+to|can\s+only))*\s+recommend(?!ed|ation|ing|\s+(?:you|her|him|them|it|this"
    r"|reading|nothing|neither|no (?:new|further|other|more|changes?|actions?|amendments?))\b)"
    r"|(?:we|i)\s+am\s+recommending|(?:we|i)\s+are\s+recommending"
    r"|it\s+is\s+(?:\w+\s+)?recommended|(?:my|our)(?:\s+\w+)?\s+recommendation\s+is\s+that"
    r"|(?:is|are)\s+recommended\s+to)\b",
    re.IGNORECASE,
)
_ACHIEVED: Final = re.compile(
    r"^(?:by|within|before|no later than)\b[^.:;]{0,120}?\b(?:should|must|needs? to|ought to|shall)"
    r"\s+have\s",
    re.IGNORECASE,
)
_IMPERATIVES_LISTED: Final = """
accelerate act add address adopt agree align allocate allow amend analyse apply appoint appraise
arrange ask assess assign assure attend audit base begin brief bring broaden build capture carry
cease change buy check clarify collaborate collate collect commission commit communicate compare
complete conduct confirm consider consult continue contribute coordinate co-ordinate correct
create cut deal decide define deliver demonstrate deploy design designate determine develop
discuss distribute do document embed empower enable encourage end engage enhance ensure equip
escalate establish evaluate examine expand explain explore extend find finish fix follow formalise
fund gather get give guarantee guide have help hold identify implement improve include increase
inform instruct integrate introduce invest investigate invite involve issue join keep launch lead
learn link list maintain make manage map measure meet minimise modernise monitor move name notify
obtain offer open pay fill hire feed print sell organise oversee pilot place plan prepare prevent
prioritise procure produce
promote protect provide publicise publish put raise reach recognise reconsider record recruit
redesign reduce refer refresh reinforce reinstate reintroduce remind remove renew replace report
require resolve resource respond restore restrict retain retrain return revert review revise
revisit run schedule secure seek select send set share show simplify specify speed staff
standardise start stop store strengthen submit supervise supply support survey sustain tackle take
target task tell test tighten track train transfer treat undertake update upgrade urgently use
validate verify widen withdraw work write
"""
_IMPERATIVES: Final = frozenset(_IMPERATIVES_LISTED.split())
_NO_COMMAND: Final = re.compile(
    r"^(?:the|an?|this|that|these|those|it|they|there|we|i|our|in|on|at|of|for|most|many|some|all|each"
    r"|no|as|when|if|one|two|\d)\b|\b(?:was|were|is|are|has|have|had|did|does|can|could|will)\b",
    re.IGNORECASE,
)
WHEN: Final = re.compile(
    r"^(?:by|within|no later than|before|from|immediately|with immediate effect|at "
    r"once)\b[^,.]{0,60},\s*",
    re.IGNORECASE,
)
_REPORTING: Final = re.compile(
    r"^(?:we|i|our|inspectors)\s+(?:\w+\s+){0,2}(?:found|saw|heard|were|was|are|is|have|had|did"
    r"|do not|noted|spoke|reviewed|examined|visited|assessed|asked|looked|expect|will|made"
    r"|recognise|welcome|believe|consider)\b"
    r"|^(?:i|we) (?:don[’']t|do not|cannot|can[’']t)\b",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(
    r"\b(?:told|said|felt|thought|agreed|argued|suggested|believed|hoped|complained|knew|asked"
    r"|recommended|advised)\b(?: \w+){0,3}? that\b",
    re.IGNORECASE,
)
_OPENING: Final = 120
_SETTING: Final = re.compile(
    r"^(?:during|despite|although|however|since|overall|in (?:our|this|the) (?:report|inspection"
    r"|chapter|section))\b",
    re.IGNORECASE,
)
_NOT_TO_ACT_ON: Final = re.compile(
    r"\bi would recommend that you\b|\b(?:would|do|can) not recommend\b"
    r"|\b(?:where|when|what|if|as|which|than|whom?)\s+(?:we|i)\s+(?:would\s+|also\s+)?recommend\b"
    r"|\b(?:changes?|actions?|steps?|measures?|things?|approach|improvements?|those|these|this|all)"
    r"\s+(?:that\s+)?(?:we|i)\s+recommend\b"
    r"|\brecommend\s+(?:above|below|elsewhere|earlier|later|in\s+(?:our|this|chapter|section|part))\b",
    re.IGNORECASE,
)
_LEANS: Final = re.compile(
    r"^(?:this|that|these|those|it|they|such|doing|in doing|by doing|as a minimum|at a minimum"
    r"|as part of this|for example|and|or|including|in particular)\b",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(
    r"^(?:to (?:do|achieve|support|help|assist)|where|if|progress|the (?:review|plan|policy|process"
    r"|guidance|training|work|framework|strategy|action|programme|changes?|results?|findings|new"
    r"|revised))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it starts in the text it was cut from."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset one past the last character."""
        return self.start + len(self.text)


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, without the space between them."""
    start = 0
    for found in _SENTENCE_END.finditer(text):
        stop = found.start() + 1
        if _ABBREVIATION.search(text, max(start, stop - 12), stop):
            continue
        end = len(text[: found.end()].rstrip())
        if text[start:end].strip():
            yield Sentence(text[start:end], start)
        start = found.end()
    if text[start:].strip():
        yield Sentence(text[start:].rstrip(), start)


def asks(text: str) -> bool:
    """Whether the text lays a duty on somebody: should, must, needs to; not "should have known"."""
    return _STRONG.search(text) is not None


def asks_to_have_done(text: str) -> bool:
    """Whether the text asks for a state by a day: "By May 2027, forces should have trained all".

    In running text that may also be a reproach; in a list of items it is a request.
    """
    return _ACHIEVED.match(text) is not None


def recommends(text: str) -> bool:
    """Whether the text itself recommends now ("we recommend", "it is recommended")."""
    return RECOMMENDING.search(text) is not None and _NOT_TO_ACT_ON.search(text) is None


def commands(text: str) -> bool:
    """Whether the text starts with a bare verb ("Review the policy", "To review the policy")."""
    words = WHEN.sub("", text.lstrip("“‘\"' ")).split(maxsplit=3)
    if words and words[0].lower() in {"to", "not", "urgently", "immediately,", "immediately"}:
        words = words[1:]
    return bool(words) and words[0].lower().strip(",") in _IMPERATIVES


def may_command(text: str) -> bool:
    """Whether a whole sentence starts with a verb that is not listed here, as far as one can see.

    For numbered lines of a list of items alone.
    """
    return _NO_COMMAND.search(text[:80]) is None and text.endswith(".")


def reports(text: str) -> bool:
    """Whether the text tells what inspectors found or did, and so asks nothing."""
    if _REPORTING.match(text):
        return True
    first = next(sentences(text), None)
    return first is not None and _SETTING.match(text) is not None and not asks(first.text)


def is_hearsay(text: str) -> bool:
    """Whether the text first tells what somebody said ("Staff told us that they should")."""
    told = _TOLD.search(text[:_OPENING])
    return told is not None and not asks(text[: told.start()])


def goes_on(text: str) -> bool:
    """Whether the text may carry on what was said before it ("The plan should", "Where")."""
    return leans_back(text) or _GOES_ON.match(text) is not None


def leans_back(text: str) -> bool:
    """Whether the text cannot stand without what was said before it ("This should")."""
    return _LEANS.match(text) is not None or text[:1].islower()


def is_unfinished(text: str) -> bool:
    """Whether a sentence breaks off at the end of the text."""
    bare = text.rstrip().rstrip("”’\"')]")
    return bool(bare) and bare[-1] not in ".!?:;…"


def normal(text: str) -> str:
    """Lower-case words and figures alone, for comparing wordings."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", "")))
