"""Sentences that a person may take over. Nothing here is saved unless a person saves it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answerable_site.register.rules import AddresseeKind

_PLURALS = ("all ", "any ", "each ", "every ", "other ")
_BODIES = re.compile(
    r"(?:Home Office|Ministry of|Department (?:for|of)|College of|Cabinet Office|"
    r"Crown Prosecution Service|National Police Chiefs|Law Commission|Sentencing Council|"
    r"Attorney General|Home Secretary|Lord Chancellor|Government\b|government\b|"
    r"(?:CPS|NPCC|NCA|IOPC|APCC|HMPPS)(?!\w))"
)
"""Names that stand in a sentence with "the" in front of them."""


def sentence_for_others(addressees: Sequence[str], body_name: str) -> str:
    """A reason why a body takes no action on a recommendation that is addressed to others.

    Section 55(5B)(b) of the Police Act 1996 asks why a body takes no action; that somebody else
    is asked is a reason, and a person has to stand by it.

    Args:
        addressees: who is asked, as worded in the report; none where it names nobody.
        body_name: the local policing body that answers.

    Returns:
        One or two sentences; empty where the body itself is among those who are asked.
    """
    names = tuple(dict.fromkeys(" ".join(name.split()) for name in addressees if name.strip()))
    if any(name.casefold() == body_name.strip().casefold() for name in names):
        return ""
    if not names:
        return f"This recommendation is not addressed to {body_name.strip()}. {_NOT_OURS}"
    return f"This recommendation is addressed to {_listed(names)}. {_NOT_OURS}"


_NOT_OURS = "It is not ours to carry out, so we take no action on it ourselves."


def _listed(names: tuple[str, ...]) -> str:
    *others, last = map(_inside_a_sentence, names)
    return f"{', '.join(others)} and {last}" if others else last


def _inside_a_sentence(name: str) -> str:
    """ "The Home Office" and "Home Office" become "the Home Office", "All forces" "all forces"."""
    if name.casefold().startswith("the "):
        return f"the {name[4:]}"
    if _BODIES.match(name):
        return f"the {name}"
    is_a_group = name.casefold().startswith(_PLURALS) or name[1:] == name[1:].lower()
    return name[0].lower() + name[1:] if is_a_group else name


def is_for_others(addressee_kinds: Sequence[AddresseeKind]) -> bool:
    """Whether a recommendation asks neither forces nor local policing bodies.

    What asks a force is the body's to follow, for the body holds that force to account. Where
    nobody is named it may be for others; a person decides.
    """
    return not _POLICE & frozenset(addressee_kinds)


_POLICE = frozenset(
    {
        AddresseeKind.FORCES,
        AddresseeKind.FORCE,
        AddresseeKind.CHIEF_CONSTABLES,
        AddresseeKind.LOCAL_POLICING_BODIES,
    }
)
