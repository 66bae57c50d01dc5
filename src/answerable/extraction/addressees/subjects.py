"""The grammar of being asked: which named bodies are the subject of a request."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from answerable.extraction.addressees.named import Named, bodies_in
from answerable.extraction.addressees.openings import leading_condition, subject_phrase
from answerable.extraction.addressees.worded import worded_subjects
from answerable.extraction.model import Addressee
from answerable.extraction.wording import (
    ANY_MODAL,
    MODAL,
    RECOMMENDING,
    asks_to_have_done,
    sentences,
)

_RELATIVE: Final = re.compile(
    r"^,?\s*(?:that|which|who|whose|where|with(?:out)?|not|without)\b\s+\S+"
)
_AFTER_RECOMMEND: Final = re.compile(
    r"\s*,?\s*(?:to\s+|that\s*,?\s*)?(?:(?:immediately|by|within|as soon as)[^,]{0,80},\s*"
    r"|without (?:delay|waiting),?\s*|with immediate effect,?\s*)?(?:to\s+)?",
    re.IGNORECASE,
)
_LINK: Final = re.compile(
    r"^(?:\s*,\s*|\s*,?\s*(?:and|or|&|together with|jointly with|along with|in partnership with"
    r"|as well as|with|both)\s+|\s*/\s*)+(?:(?:the|all|in|their|both|its|her|his)\s+)*$",
    re.IGNORECASE,
)
_PASSIVE_AGENT: Final = re.compile(
    r"\b(?:should|must|shall|needs? "
    r"to)\s+(?:\w+\s+)?be\s+(?:\w+\s+){1,3}?(?:[^.;]{0,120}?\s)?by\s+$",
    re.IGNORECASE,
)
_PASSIVE: Final = re.compile(
    r"\s+(?:\w+\s+)?be\s+(?:\w+ly\s+)?\w+(?:ed|en|un|ne|wn|nt|id|de|ld|pt)\b"
)
_ASKED_IN_PASSING: Final = re.compile(
    r"\b(?:what|how|whether|why|which|who)\s+(?:the\s+|all\s+)?$", re.IGNORECASE
)
_MOST_SENTENCES: Final = 40
_LONGEST_SENTENCE: Final = 900


def addressees_in(
    text: str, *, force: str | None = None, letter_to: str | None = None
) -> tuple[Addressee, ...]:
    """Who a request asks, in order of mention, each once.

    Args:
        text: the request, one or more sentences.
        force: the name that "the force" stands for, where the document gives it.
        letter_to: who "you" is, in a letter.
    """
    found: list[Addressee] = []
    for sentence in islice(sentences(text), _MOST_SENTENCES):
        found += _asked_in(sentence.text[:_LONGEST_SENTENCE])
    return _distinct(_resolved(addressee, force, letter_to) for addressee in found)


def sole_bodies(text: str, *, force: str | None = None) -> tuple[Addressee, ...]:
    """The bodies in a heading or cell that names bodies and nothing else, else nobody.

    For instance "For chief constables", "To the Home Office:", "NPCC lead and College of Policing".
    """
    bare = text.strip(" .:;–—-()")
    named = bodies_in(bare)
    if not named:
        return ()
    rest = bare
    for body in reversed(named):
        rest = rest[: body.start] + " " + rest[body.end :]
    if re.search(
        r"[A-Za-z]{2,}",
        re.sub(
            r"\b(?:for|to|the|and|or|all|both|with|recommendations?|areas? for improvement|our"
            r"|made|addressed|directed|lead|in|England|Wales|jointly|of|action|by|local"
            r"|national)\b",
            " ",
            rest,
            flags=re.IGNORECASE,
        ),
    ):
        return ()
    return _distinct(
        _resolved(Addressee(_tidy(body.name), body.kind), force, None) for body in named
    )


def _asked_in(sentence: str) -> list[Addressee]:
    found: list[Addressee] = []
    condition, rest = leading_condition(sentence)
    start = 0
    for recommending in RECOMMENDING.finditer(rest):
        opening = _AFTER_RECOMMEND.match(rest, recommending.end())
        after = opening.end() if opening else recommending.end()
        lead = re.match(r"\s*(?:that|to)?\s*", rest[recommending.end() :], re.IGNORECASE)
        first = recommending.end() + (lead.end() if lead else 0)
        chain = _chain(rest[after:]) or _chain(rest[first:])
        if chain and not MODAL.search(rest, recommending.end()):
            return [Addressee(_tidy(n.name), n.kind, condition) for n in chain]
        start = first
    modals = ANY_MODAL if asks_to_have_done(sentence) else MODAL
    for modal in modals.finditer(rest, start):
        subjects = _subjects(rest[start : modal.start()], condition)
        if _PASSIVE.match(rest, modal.end()):
            subjects = [subject for subject in subjects if subject.kind != "other"]
        found += subjects
        found += _agents(rest, modal) if len(found) < _MOST_SENTENCES else []
        start = modal.end()
    return found


def _subjects(before: str, condition: str | None) -> list[Addressee]:
    """The bodies joined by "and" or commas right before the verb that asks."""
    phrase = subject_phrase(before)
    named = bodies_in(phrase)
    worded = worded_subjects(phrase, named)
    if worded is not None:
        return [Addressee(_tidy(body.name), body.kind, condition) for body in worded]
    if not named:
        return []
    if len(named) == 1 or not _is_chain_end(phrase, named[-1]):
        related = _related(phrase, named)
        if related is not None:
            return related
    chain: list[Named] = []
    edge = len(phrase)
    for body in reversed(named):
        between = phrase[body.end : edge]
        if not (_LINK.match(between) if chain else _ends_phrase(between)):
            break
        chain.insert(0, body)
        edge = body.start
    if chain and _ASKED_IN_PASSING.search(phrase[: chain[0].start]):
        return []
    return [Addressee(_tidy(body.name), body.kind, condition) for body in chain]


def _is_chain_end(phrase: str, body: Named) -> bool:
    return _ends_phrase(phrase[body.end :])


def _ends_phrase(rest: str) -> bool:
    """Whether nothing but adverbs stands between the last body and the verb."""
    return (
        re.fullmatch(
            r"\s*,?\s*(?:(?:each|all|both|together|jointly|also|therefore|then|now|nationally"
            r"|locally|immediately|urgently|themselves|in (?:England|Wales)(?: and "
            r"Wales)?),?\s*){0,3}",
            rest,
        )
        is not None
    )


def _related(phrase: str, named: list[Named]) -> list[Addressee] | None:
    """Bodies with a clause of their own before the verb: "any force that lacks a policy"."""
    for index, body in enumerate(named):
        rest = phrase[body.end :]
        if _RELATIVE.match(rest):
            chain = [body]
            for other in reversed(named[:index]):
                if not _LINK.match(phrase[other.end : chain[0].start]):
                    break
                chain.insert(0, other)
            condition = rest.strip(" ,")
            return [Addressee(_tidy(n.name), n.kind, condition) for n in chain]
    return None


def _agents(sentence: str, modal: re.Match[str]) -> list[Addressee]:
    """The doer named after a passive verb: "should be issued by the College of Policing"."""
    stop = sentence.find(";", modal.end())
    clause = sentence[: stop if stop > 0 else len(sentence)]
    for body in bodies_in(clause[modal.end() :]):
        start = modal.end() + body.start
        if re.search(r"\bby\s+(?:the\s+)?$", clause[modal.end() : start]) and re.match(
            r"\s+(?:\w+\s+)?be\s+\w+(?:ed|en|un|ne|wn|nt|id|de|ld|pt)\b", clause[modal.end() :]
        ):
            return [Addressee(_tidy(body.name), body.kind)]
    return []


def _chain(text: str) -> list[Named]:
    """Bodies joined at the very start of a text."""
    chain: list[Named] = []
    edge = 0
    for body in bodies_in(text):
        between = text[edge : body.start]
        if not (
            _LINK.match(between)
            if chain
            else not re.search(r"\w", re.sub(r"\b(?:the|all|both|that)\b", "", between))
        ):
            break
        chain.append(body)
        edge = body.end
    return chain


def _tidy(name: str) -> str:
    words = " ".join(name.split())
    return re.sub(r"^(The|All|Each|Every|Any|Both|Those)\b", lambda found: found[0].lower(), words)


def _resolved(addressee: Addressee, force: str | None, letter_to: str | None) -> Addressee | None:
    if addressee.kind == "you":
        return (
            Addressee(letter_to, "chief_constables", addressee.conditional) if letter_to else None
        )
    if (
        addressee.kind == "force"
        and force
        and re.match(r"(?:the|this|your|its)\s", addressee.name, re.IGNORECASE)
    ):
        return Addressee(force, "force", addressee.conditional)
    return addressee


def _distinct(found: object) -> tuple[Addressee, ...]:
    kept: dict[str, Addressee] = {}
    for addressee in found:  # type: ignore[attr-defined]
        if addressee is not None:
            key = re.sub(r"^(?:the|all)\s+", "", addressee.name.lower())
            kept.setdefault(key, addressee)
    return tuple(kept.values())


def as_addressees(named: list[Named]) -> tuple[Addressee, ...]:
    """Bodies named in a column or line for addressees, each once."""
    return _distinct(Addressee(_tidy(body.name), body.kind) for body in named)
