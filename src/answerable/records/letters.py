"""Letters and e-mails between investigator and prosecutor, and to victims.

None is made without the direct telephone number and the direct e-mail address of both. Those are
work contacts of officials, given for the one letter and kept in no case. Whoever the letter is
about or goes to stands in it as a placeholder, which the force’s own system fills: this product
does not know their name. `answerable.writing` is a later stage, so a letter is plain paragraphs
here, of which the site makes blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.records.kinds.communication import Communicated, Direction, Form
from answerable.records.lists import listed

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


class Placeholder(StrEnum):
    """What the force’s own system fills in."""

    VICTIM = "victim’s name"
    VICTIM_ADDRESS = "victim’s address"
    SUSPECT = "suspect’s name"
    CRIME_REFERENCE = "crime reference"
    URN = "unique reference number"

    @property
    def mark(self) -> str:
        """How it stands in a letter, such as "[[victim’s name]]"."""
        return f"[[{self.value}]]"


class UnusableLetter(ValueError):
    """A letter cannot be made; the message says what is missing or wrong, in a sentence."""


@dataclass(frozen=True, slots=True)
class Contact:
    """How an official is reached at work, directly: no switchboard and no shared mailbox."""

    name: str
    telephone: str
    email: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it is to be sent, once the force’s own system has filled its placeholders."""

    direction: Direction
    title: str
    address: str
    """To whom it goes: the lines above the letter, one placeholder or name on each."""
    greeting: str
    paragraphs: tuple[str, ...]
    contacts: tuple[tuple[str, str], ...]
    """Each a term and its value: both sides with name, telephone number and e-mail address."""
    closing: str
    """Who sends it."""

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """What is left to be filled, each once, in the order in which it stands."""
        text = "\n".join((self.address, self.title, self.greeting, *self.paragraphs))
        return tuple(dict.fromkeys(Placeholder(found) for found in _MARK.findall(text)))

    def as_sent(self, on: date, *, form: Form, victim: int | None = None) -> Communicated:
        """The event of its having been sent, with everything that it had.

        Args:
            on: the day of sending.
            victim: to which victim it went; None between the two sides.
        """
        return Communicated(
            on=on,
            direction=self.direction,
            form=form,
            victim=victim,
            subject=self.title,
            investigator_named=True,
            investigator_telephone=True,
            investigator_email=True,
            prosecutor_named=True,
            prosecutor_telephone=True,
            prosecutor_email=True,
        )


def write(
    direction: Direction,
    *,
    subject: str,
    paragraphs: Sequence[str],
    investigator: Contact,
    prosecutor: Contact,
) -> Letter:
    """A letter or e-mail, with how to reach investigator and prosecutor directly.

    Args:
        subject: one line.
        paragraphs: what is written, with `Placeholder.mark` for whoever must not be named.
        investigator: of the case.
        prosecutor: of the case.

    Raises:
        UnusableLetter: a contact is incomplete, nothing is written, or a placeholder is none that
            the force’s system knows. The message names each.
    """
    missing = [*_missing("investigator", investigator), *_missing("prosecutor", prosecutor)]
    if missing:
        raise UnusableLetter(f"This cannot be written without {listed(missing)}.")
    title = _with_marks(subject.strip())
    written = tuple(_with_marks(one.strip()) for one in paragraphs if one.strip())
    if not title or not written:
        raise UnusableLetter("Write what it is about, and at least one paragraph.")
    if unknown := list(_unknown("\n".join((title, *written)))):
        known = listed([one.mark for one in Placeholder])
        raise UnusableLetter(f"Nothing fills {listed(unknown)}. Use {known}.")
    sender, recipient = _people(direction, investigator, prosecutor)
    return Letter(
        direction=direction,
        title=title,
        address="\n".join(_address(direction, recipient)),
        greeting=f"Dear {recipient}",
        paragraphs=written,
        contacts=tuple(_contacts(investigator, prosecutor)),
        closing=sender,
    )


def _missing(side: str, contact: Contact) -> Iterator[str]:
    if not contact.name.strip():
        yield f"the {side}’s name"
    if not any(character.isdigit() for character in contact.telephone):
        yield f"the {side}’s direct telephone number"
    if "@" not in contact.email.strip("@ "):
        yield f"the {side}’s direct e-mail address"


def _with_marks(text: str) -> str:
    """The text with its placeholders as they are spelt, whichever apostrophe was typed."""
    return _MARK.sub(lambda found: found[0].replace("'", "’"), text)


def _unknown(text: str) -> Iterator[str]:
    known = {one.mark for one in Placeholder}
    yield from (found[0] for found in _MARK.finditer(text) if found[0] not in known)
    yield from re.findall(r"\[\[|\]\]", _MARK.sub("", text))


def _people(direction: Direction, investigator: Contact, prosecutor: Contact) -> tuple[str, str]:
    """Who sends it and whom it greets."""
    match direction:
        case Direction.POLICE_TO_CPS:
            return investigator.name.strip(), prosecutor.name.strip()
        case Direction.CPS_TO_POLICE:
            return prosecutor.name.strip(), investigator.name.strip()
        case Direction.POLICE_TO_VICTIM:
            return investigator.name.strip(), Placeholder.VICTIM.mark
        case Direction.CPS_TO_VICTIM:
            return prosecutor.name.strip(), Placeholder.VICTIM.mark


def _address(direction: Direction, recipient: str) -> Iterator[str]:
    yield recipient
    if direction in (Direction.POLICE_TO_VICTIM, Direction.CPS_TO_VICTIM):
        yield Placeholder.VICTIM_ADDRESS.mark
        yield f"Crime reference: {Placeholder.CRIME_REFERENCE.mark}"
    else:
        yield f"Unique reference number: {Placeholder.URN.mark}"


def _contacts(investigator: Contact, prosecutor: Contact) -> Iterator[tuple[str, str]]:
    for side, contact in (("Investigator", investigator), ("Prosecutor", prosecutor)):
        yield side, contact.name.strip()
        yield f"{side}’s direct telephone number", contact.telephone.strip()
        yield f"{side}’s direct e-mail address", contact.email.strip()
