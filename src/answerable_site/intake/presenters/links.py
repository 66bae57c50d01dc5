"""Links of references to cases, in words: what is proposed, why, and what a viewer may do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.intake import access
from answerable_site.intake.rules import Likeness, LinkState
from answerable_site.people.rules import Viewer

if TYPE_CHECKING:
    from answerable_site.intake.models import Link
    from answerable_site.intake.operations import EndedLink, OpenedLink, Proposals
    from answerable_site.people.models import User

_COLOURS = {
    LinkState.PROPOSED: "yellow",
    LinkState.ACCEPTED: "orange",
    LinkState.CONFIRMED: "green",
    LinkState.REFUSED: "grey",
    LinkState.ENDED: "grey",
}


@dataclass(frozen=True, slots=True)
class LinkAct:
    """What somebody may do with a link, asked for on a page of its own."""

    route: str
    title: str
    words: str
    button: str
    done: str
    is_warning: bool = False


ACTS: Final[Mapping[str, LinkAct]] = MappingProxyType(
    {
        "accept": LinkAct(
            "intake:accept_link",
            "Accept the link",
            "You say that the source wrote the reference of this case wrongly. The force of the "
            "case is shown how it was written, and another person there has to confirm it. Say "
            "what you looked at.",
            "Accept it",
            "The link was accepted. Another person has to confirm it.",
        ),
        "confirm": LinkAct(
            "intake:confirm_link",
            "Confirm the link",
            "From now on the case bears this reference too: extracts that name it go into this "
            "case, and whoever sent them works on it. Victims and suspects are those with the same "
            "number within the case. Say what you looked at.",
            "Confirm it",
            "The link stands. The rows that wait can be offered again.",
        ),
        "refuse": LinkAct(
            "intake:refuse_link",
            "Refuse the link",
            "The reference does not mean this case. It is never proposed again, and its rows wait "
            "to be corrected.",
            "Refuse it",
            "The link was refused.",
            is_warning=True,
        ),
        "end": LinkAct(
            "intake:end_link",
            "End the link",
            "The case bears this reference no more, at once. What came through it is taken back: "
            "loads of nothing but rows that had waited for it are erased while nothing depends on "
            "them; what other loads told is put right, and both stay to be read. Whoever works on "
            "the case for that alone works on it no more. The rows are not kept: the next extract "
            "brings them again.",
            "End it",
            "The link has ended.",
            is_warning=True,
        ),
    }
)


_OF_A_PAIR: Final = {
    "accept": "You say that these two cases go together. Another supervisor has to confirm it. "
    "Say what you looked at.",
    "confirm": "From now on it stands here that these two cases go together. Nothing of either is "
    "changed or joined. Say what you looked at.",
    "refuse": "These cases do not go together, though they bear the same URN. It is never proposed "
    "again.",
    "end": "The cases go together no more, at once.",
}


def act_on(link: Link, name: str) -> LinkAct:
    """What a page says that asks for an act, by its name in `ACTS`."""
    act = ACTS[name]
    if link.source_id is not None:
        return act
    done = "The link stands." if name == "confirm" else act.done
    return replace(act, words=_OF_A_PAIR[name], done=done)


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link in the list: neither reference is told."""

    pk: int
    title: str
    likeness: str
    facts: str
    tag: str
    colour: str


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link on its page."""

    line: LinkLine
    facts: tuple[tuple[str, str], ...]
    """What is proposed, and why."""
    cases: tuple[tuple[int, str], ...]
    """By number, with their references and the day of the report; none for whoever may not know
    them."""
    history: tuple[tuple[str, str], ...]
    """What was done, and in whose words."""
    acts: tuple[LinkAct, ...]
    can_offer: bool
    """Whether the rows can be offered again by the viewer."""


def link_line(link: Link) -> LinkLine:
    """A link in a line."""
    state = LinkState(link.state)
    what = f"a reference in {link.source.name}" if link.source else "two cases that go together"
    whose = link.organisation.name
    if link.organisation_id != link.force_id:
        whose = f"{whose}, about a case of {link.force.name}"
    return LinkLine(
        pk=link.pk,
        title=f"Link {link.pk}: {what}",
        likeness=Likeness(link.likeness).label,
        facts=f"{whose}. Proposed on {moment_in_words(link.proposed_at)}.",
        tag=state.label,
        colour=_COLOURS[state],
    )


def shown_link(link: Link, opened: OpenedLink, *, viewer: Viewer) -> ShownLink:
    """A link with all that a viewer may read of it."""
    stands = link.state == LinkState.CONFIRMED
    return ShownLink(
        line=link_line(link),
        facts=tuple(_facts(link, opened)),
        cases=tuple(
            (one.number, f"{', '.join(one.references)}; reported {date_in_words(one.reported_on)}")
            for one in opened.cases
        ),
        history=tuple(_history(link)),
        acts=tuple(ACTS[name] for name in _acts(link, viewer)),
        can_offer=stands and opened.rows > 0 and access.can_accept(viewer, link),
    )


def words_of_proposals(found: Proposals) -> str:
    """What came of looking for cases, in a sentence or two."""
    if not found.looked_for:
        return "No row of this load waits for its case alone."
    looked = f"{found.looked_for} reference{'s' if found.looked_for > 1 else ''} looked for"
    told = [f"{looked}: {found.proposed} new link{'' if found.proposed == 1 else 's'} proposed."]
    if found.held:
        told.append(
            f"{found.held} of them {'is' if found.held == 1 else 'are'} held by now: offer those "
            "rows again as they are, or send the file again."
        )
    return " ".join(told)


def words_of_pairs(new: int) -> str:
    """What came of looking for cases with the same URN."""
    return f"Links between cases that bear the same URN: {new} new."


def words_of_ended(ended: EndedLink) -> str:
    """What became of that which came through a link that has ended."""
    told = [ACTS["end"].done]
    if ended.taken_back:
        told.append(f"Loads taken back: {ended.taken_back}.")
    if ended.put_right:
        told.append(f"Events put right: {ended.put_right}.")
    if ended.references:
        told.append(f"Further references taken from the case: {ended.references}.")
    if ended.organisations:
        told.append(f"They work on the case no more: {', '.join(ended.organisations)}.")
    if ended.left:
        told.append(
            "Events that somebody recorded by hand in place of what came through the link, or "
            f"about it: {ended.left}. Look at them in the case."
        )
    return " ".join(told)


def _facts(link: Link, opened: OpenedLink) -> Iterator[tuple[str, str]]:
    if link.source is None:
        yield "URN of both", opened.written or "None any more"
        yield "Why these cases", Likeness(link.likeness).label
        return
    yield "Reference as it was written", opened.written or "Not kept: no row waits any more"
    yield "Why this case", Likeness(link.likeness).label
    yield "Rows that wait for it", str(opened.rows)


def _acts(link: Link, viewer: Viewer) -> Iterator[str]:
    if link.state == LinkState.PROPOSED and access.can_accept(viewer, link):
        yield "accept"
    if link.state == LinkState.ACCEPTED and access.can_confirm(viewer, link):
        yield "confirm"
    if link.state in {LinkState.PROPOSED, LinkState.ACCEPTED}:
        yield "refuse"
    if link.state == LinkState.CONFIRMED:
        yield "end"


def _history(link: Link) -> Iterator[tuple[str, str]]:
    each = (
        ("Accepted", link.accepted_by, link.accepted_at, link.accepted_why),
        ("Confirmed", link.confirmed_by, link.confirmed_at, link.confirmed_why),
        (LinkState(link.state).label, link.closed_by, link.closed_at, link.closed_why),
    )
    for words, person, at, why in each:
        if person is not None and at is not None:
            yield words, _told(person, at, why)


def _told(person: User, at: datetime, why: str) -> str:
    return f"{person.full_name}, {moment_in_words(at)}: {why}"
