"""Words with plainer alternatives: our own short choice, for answers to inspection reports.

In the spirit of the words to avoid in the guidance on writing for GOV.UK
(https://www.gov.uk/guidance/content-design/writing-for-gov-uk). A word is here only if the other
one can nearly always take its place; terms of law, such as “pursuant to section 55”, are words of
the reader's trade as well, and a writer may keep them.
"""

from __future__ import annotations

_PHRASES = {
    "a large number of": "many",
    "a majority of": "most",
    "as a consequence of": "because of",
    "at the present time": "now",
    "at this point in time": "now",
    "by means of": "by",
    "due to the fact that": "because",
    "during the course of": "during",
    "for the purpose of": "to",
    "going forward": "from now on",
    "has the ability to": "can",
    "have the ability to": "can",
    "in a timely manner": "in time",
    "in accordance with": "under",
    "in addition to": "besides",
    "in conjunction with": "with",
    "in excess of": "more than",
    "in light of the fact that": "because",
    "in order to": "to",
    "in relation to": "about",
    "in respect of": "about",
    "in spite of the fact that": "although",
    "in the absence of": "without",
    "in the event that": "if",
    "in the near future": "soon",
    "is in receipt of": "has",
    "on a regular basis": "regularly",
    "on the grounds that": "because",
    "prior to": "before",
    "pursuant to": "under",
    "subsequent to": "after",
    "until such time as": "until",
    "with reference to": "about",
    "with regard to": "about",
    "with respect to": "about",
    "with the exception of": "except",
}
_WORDS = {
    "additional": "more",
    "aforementioned": "this",
    "expeditiously": "quickly",
    "forthwith": "at once",
    "furthermore": "also",
    "heretofore": "until now",
    "moreover": "also",
    "notwithstanding": "despite",
    "numerous": "many",
    "regarding": "about",
    "subsequently": "later",
    "sufficient": "enough",
    "thereafter": "then",
    "upon": "on",
    "utilisation": "use",
    "whilst": "while",
}
_VERBS = {
    "ascertain": ("find out", "found out", "finding out"),
    "assist": ("help", "helped", "helping"),
    "cease": ("stop", "stopped", "stopping"),
    "commence": ("start", "started", "starting"),
    "demonstrate": ("show", "showed", "showing"),
    "endeavour": ("try", "tried", "trying"),
    "expedite": ("speed up", "sped up", "speeding up"),
    "facilitate": ("help", "helped", "helping"),
    "leverage": ("use", "used", "using"),
    "necessitate": ("need", "needed", "needing"),
    "purchase": ("buy", "bought", "buying"),
    "terminate": ("end", "ended", "ending"),
    "utilise": ("use", "used", "using"),
}
"""The word itself, its past and its “-ing”, as a writer would put them."""


def _forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for verb, (plainer, past, going_on) in _VERBS.items():
        stem = verb.removesuffix("e")
        third = plainer.split()
        third[0] = f"{third[0][:-1]}ies" if third[0] == "try" else f"{third[0]}s"
        forms |= {
            verb: plainer,
            f"{verb}s": " ".join(third),
            f"{stem}ed": past,
            f"{stem}ing": going_on,
        }
    return forms


PLAINER = {**_PHRASES, **_WORDS, **_forms()}
"""The plainer word for each, in lower case."""
