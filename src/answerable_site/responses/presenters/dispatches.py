"""What was sent to whom, with its proof, and what waits to be sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from answerable_site.design.dates import date_in_words
from answerable_site.people.rules import Viewer
from answerable_site.responses import access
from answerable_site.responses.presenters.files import ShownFile, shown_file
from answerable_site.responses.presenters.steps import Item, Status
from answerable_site.responses.presenters.tasks import Section
from answerable_site.responses.presenters.texts import by_whom
from answerable_site.responses.rules import dispatches
from answerable_site.responses.rules.dispatches import AFTER_PUBLICATION, Attempt, Standing
from answerable_site.responses.rules.words import Channel, DispatchState, Purpose

if TYPE_CHECKING:
    from answerable_site.responses.models import Dispatch, Recipient
    from answerable_site.responses.queries import Attachment, Dossier, Outgoing

TITLES = {
    Purpose.INVITATION: "Invitation to the chief officer",
    Purpose.COPY_TO_INSPECTORS: "Send a copy to the inspectors of constabulary",
    Purpose.COPY_TO_SECRETARY: "Send a copy to the Secretary of State",
    Purpose.PLACE_TOLD: "Tell the inspectorate where the response is published",
    Purpose.PANEL_TOLD: "Tell the police and crime panel",
}
_NOT_ASKED_BY_LAW = {
    Purpose.PLACE_TOLD: "The law does not ask for this. The inspectorate links to responses from "
    "the pages of its reports.",
    Purpose.PANEL_TOLD: "The law does not ask for this. A panel that was told need not ask.",
}
_USUAL_NAMES = {
    Purpose.COPY_TO_INSPECTORS: "His Majesty’s Inspectors of Constabulary",
    Purpose.COPY_TO_SECRETARY: "The Secretary of State for the Home Department",
    Purpose.PLACE_TOLD: "His Majesty’s Inspectors of Constabulary",
    Purpose.PANEL_TOLD: "The Chair of the Police and Crime Panel",
}
_HOW = {
    Channel.FROM_HERE: "by e-mail from here",
    Channel.EMAIL: "by e-mail from another mailbox",
    Channel.POST: "by post",
    Channel.PORTAL: "through a portal",
    Channel.BY_HAND: "by hand",
}
_TAGS = {
    Standing.NOT_SENT: ("To\N{NO-BREAK SPACE}do", "govuk-tag--blue"),
    Standing.EARLIER_VERSION: ("To\N{NO-BREAK SPACE}do", "govuk-tag--blue"),
    Standing.ON_ITS_WAY: ("On its way", "govuk-tag--light-blue"),
    Standing.NOT_KNOWN: ("Not known", "govuk-tag--yellow"),
    Standing.FAILED: ("Not sent", "govuk-tag--red"),
    Standing.SENT: ("Sent", "govuk-tag--green"),
}
_NOT_KNOWN = (
    "It is not known whether this e-mail went out. Ask the recipient, then send it again or record "
    "how it was sent."
)
_NEVER_TAKEN_UP = (
    "The background worker did not run when this e-mail was to go out, so it was not sent. Make "
    "sure that the worker runs, then send it again."
)


@dataclass(frozen=True, slots=True)
class ShownDispatch:
    """One dispatch with its proof."""

    title: str
    tag: str
    tag_classes: str
    lines: tuple[str, ...]
    """What is known of it, a sentence each."""
    file: ShownFile | None
    by: str


@dataclass(frozen=True, slots=True)
class ShownMail:
    """An e-mail as it will go out."""

    rows: list[dict[str, object]]
    """Sender, recipient, subject, for a summary list."""
    text: str
    files: tuple[str, ...]
    """Name and size of each attachment."""


def copies_section(
    sent: Sequence[Dispatch], held: Dossier, *, viewer: Viewer, at: datetime
) -> Section | None:
    """The steps after publication; None before anything was published."""
    if not held.published:
        return None
    return Section("Send copies", tuple(copies_items(sent, held, viewer=viewer, at=at)))


def copies_items(
    sent: Sequence[Dispatch], held: Dossier, *, viewer: Viewer, at: datetime
) -> Iterator[Item]:
    """Each copy or notice of the version that stands, and how it stands itself.

    Args:
        sent: from `queries.dispatches_of`.
        held: the response.
        viewer: who looks; everybody who takes part may see what was sent.
        at: the moment of looking.
    """
    for purpose in AFTER_PUBLICATION:
        own = [dispatch for dispatch in sent if dispatch.purpose == purpose]
        status, hint = _copy_in_words(own, held, purpose, at)
        may = own or (access.can_draft(viewer, held.body.pk) and held.public_version)
        yield {
            "title": {"text": TITLES[purpose]},
            "href": dispatches_href(held, purpose) if may else None,
            "status": status,
            "hint": {"text": hint} if hint else None,
        }


def dispatch_warnings(sent: Sequence[Dispatch], held: Dossier, *, at: datetime) -> Iterator[str]:
    """What of the sending needs a person, a sentence each."""
    invitations = [dispatch for dispatch in sent if dispatch.purpose == Purpose.INVITATION]
    if invitations and held.is_open_to_change:
        last = invitations[-1]
        recorded_since = held.invitation and held.invitation.recorded_at > last.recorded_at
        if _state(last, at) in {Standing.FAILED, Standing.NOT_KNOWN} and not recorded_since:
            yield f"{TITLES[Purpose.INVITATION]}: {_failure(last, at)}"
    for purpose in AFTER_PUBLICATION:
        own = [dispatch for dispatch in sent if dispatch.purpose == purpose]
        match _standing(own, held, at):
            case Standing.FAILED | Standing.NOT_KNOWN:
                yield f"{TITLES[purpose]}: {_failure(own[-1], at)}"
            case Standing.EARLIER_VERSION if held.public_version:
                yield (
                    f"{TITLES[purpose]}: version {held.public_version.version} is public, but only "
                    "an earlier version was sent."
                )


def shown_dispatch(dispatch: Dispatch, held: Dossier, *, at: datetime) -> ShownDispatch:
    """One dispatch in words."""
    tag, classes = _TAGS[_state(dispatch, at)]
    version = dispatch.public_version
    return ShownDispatch(
        title=f"Version {version.version}" if version else TITLES[Purpose(dispatch.purpose)],
        tag=tag,
        tag_classes=classes,
        lines=evidence_lines(dispatch, at=at),
        file=shown_file(dispatch.file, held) if dispatch.file else None,
        by=by_whom(dispatch.recorded_by, dispatch.recorded_at),
    )


def evidence_lines(dispatch: Dispatch, *, at: datetime) -> tuple[str, ...]:
    """To whom, when and how, and what shows it, a sentence each."""
    to = f"{dispatch.recipient} ({dispatch.address})" if dispatch.address else dispatch.recipient
    how = _HOW[Channel(dispatch.channel)]
    match _state(dispatch, at):
        case Standing.SENT if dispatch.sent_on:
            sent = f"Sent {how} to {to} on {date_in_words(dispatch.sent_on)}."
            return (sent, dispatch.proof) if dispatch.proof else (sent,)
        case Standing.ON_ITS_WAY:
            return (f"On its way {how} to {to}.",)
        case _:
            return (f"To {to}, {how}.", _failure(dispatch, at))


def what_asks_for(purpose: Purpose) -> tuple[str, ...]:
    """What the law says about a purpose, or that it does not ask, a sentence each."""
    provision = dispatches.provision_of(purpose)
    if provision is None:
        return (_NOT_ASKED_BY_LAW[purpose],)
    return (f"{provision.citation[0].upper()}{provision.citation[1:]}: {provision.summary}",)


def dispatches_href(held: Dossier, purpose: Purpose, route: str = "dispatches") -> str:
    """The page of everything sent for a purpose, or another that belongs to it."""
    return reverse(f"responses:{route}", args=[held.inspection.pk, held.body.slug, purpose.value])


def proposed_recipient(
    held: Dossier, purpose: Purpose, recipients: dict[Purpose, Recipient]
) -> tuple[str, str]:
    """Name and e-mail address to begin with: as kept by the body, else what is usual."""
    if kept := recipients.get(purpose):
        return kept.name, kept.email
    if purpose is not Purpose.INVITATION:
        return _USUAL_NAMES[purpose], ""
    force = held.body.force
    named = [held.facts.body.chief_officer_title, held.facts.body.force_name]
    return ", ".join(filter(None, named)), force.email if force else ""


def usual_name(purpose: Purpose) -> str:
    """What a recipient is usually called; empty for a chief officer, whose title is data."""
    return _USUAL_NAMES.get(purpose, "")


def shown_mail(mail: Outgoing, *, sender: str) -> ShownMail:
    """An e-mail, whole, as it will go out."""
    rows = [
        ("From", sender),
        ("Answers go to", mail.reply_to or f"{sender}: the body has no e-mail address of its own"),
        ("To", mail.address),
        ("Subject", mail.letter.title),
    ]
    return ShownMail(
        rows=[{"key": {"text": key}, "value": {"text": value}} for key, value in rows],
        text=mail.text,
        files=tuple(_attachment(file) for file in mail.attachments),
    )


def _attachment(file: Attachment) -> str:
    return f"{file.name} ({filesizeformat(file.size)})"


def _copy_in_words(
    own: list[Dispatch], held: Dossier, purpose: Purpose, at: datetime
) -> tuple[Status, str]:
    stands = _standing(own, held, at)
    if held.public_version is None:
        return {"text": "Nothing public"}, _last_sent(own)
    if stands is Standing.SENT:
        return {"text": "Done"}, _last_sent(own)
    text, classes = _TAGS[stands]
    status: Status = {"tag": {"text": text, "classes": classes}}
    if stands is Standing.NOT_SENT and dispatches.provision_of(purpose) is None:
        return {"tag": {"text": "Optional", "classes": "govuk-tag--grey"}}, ""
    if stands is Standing.EARLIER_VERSION:
        public = held.public_version.version
        return status, f"Version {public} is public and was not sent. {_last_sent(own)}"
    return status, _failure(own[-1], at) if own else ""


def _last_sent(own: list[Dispatch]) -> str:
    sent = [dispatch for dispatch in own if dispatch.state == DispatchState.SENT]
    if not sent:
        return ""
    last = sent[-1]
    version = f"Version {last.public_version.version}" if last.public_version else "It"
    when = date_in_words(last.sent_on) if last.sent_on else ""
    return f"{version} was sent to {last.recipient} on {when}, {_HOW[Channel(last.channel)]}."


def _standing(own: list[Dispatch], held: Dossier, at: datetime) -> Standing:
    public = held.public_version
    return dispatches.standing(
        [_attempt(dispatch) for dispatch in own],
        version=public.version if public else None,
        at=at,
    )


def _state(dispatch: Dispatch, at: datetime) -> Standing:
    return dispatches.state_of(_attempt(dispatch), at=at)


def _attempt(dispatch: Dispatch) -> Attempt:
    return Attempt(
        version=dispatch.public_version.version if dispatch.public_version else None,
        state=DispatchState(dispatch.state),
        recorded_at=dispatch.recorded_at,
        taken_up=bool(dispatch.message_id),
    )


def _failure(dispatch: Dispatch, at: datetime) -> str:
    if dispatch.failure:
        return dispatch.failure
    match _state(dispatch, at):
        case Standing.NOT_KNOWN:
            return _NOT_KNOWN
        case Standing.FAILED:
            return _NEVER_TAKEN_UP
        case _:
            return ""
