"""The page of one response."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.text import slugify

from answerable_site.design.dates import date_in_words
from answerable_site.people.rules import Viewer
from answerable_site.publication import presenters as press
from answerable_site.responses import access
from answerable_site.responses.presenters.clocks import ShownClock, clock_of
from answerable_site.responses.presenters.dues import STATES
from answerable_site.responses.presenters.steps import Item, Steps
from answerable_site.responses.presenters.texts import by_whom
from answerable_site.responses.queries import Dossier
from answerable_site.responses.rules import completeness, invitations
from answerable_site.responses.rules.words import BindingGround


@dataclass(frozen=True, slots=True)
class Section:
    """A group of steps: a heading and the items of a task list."""

    heading: str
    items: tuple[Item, ...]

    @property
    def prefix(self) -> str:
        """For identifiers on the page."""
        return slugify(self.heading)


@dataclass(frozen=True, slots=True)
class ShownResponse:
    """The page of one response."""

    title: str
    body: str
    published_on: date
    state: str
    state_classes: str
    clock: ShownClock
    rule: str
    """What the law asks about explanations, in a sentence."""
    warnings: tuple[str, ...]
    sections: tuple[Section, ...]
    public_href: str
    """Of the public page; empty where there is none."""
    withdraw_href: str
    """For a publisher of what is public; else empty."""
    past_href: str
    """Where a response of former days is shown or can be recorded; empty where neither is."""
    past_text: str


def shown_response(held: Dossier, *, viewer: Viewer, on: date) -> ShownResponse:
    """A response as the viewer sees it on a day."""
    steps = Steps(held, viewer, on)
    state, classes = STATES[held.state]
    report = held.facts.report
    return ShownResponse(
        title=held.inspection.title,
        body=held.body.name,
        published_on=report.published_on,
        state=state,
        state_classes=classes,
        clock=clock_of(held, on=on),
        rule=completeness.explanation_rule(report),
        warnings=tuple(_warnings(held)),
        sections=(
            Section("The duty", tuple(steps.duty())),
            Section("Hear the chief officer", tuple(steps.chief_officer())),
            Section("Write the response", tuple(steps.writing())),
            Section("Sign and publish", tuple(steps.signing())),
            *_after_publication(steps),
            Section("Public register", tuple(steps.public_register())),
        ),
        public_href=press.href(held.entry) if held.entry and held.entry.released_at else "",
        withdraw_href=_withdraw_href(held, viewer),
        past_href=_past_href(held, viewer),
        past_text="The response that was published before"
        if held.past
        else "Record the response that was published before you used Answerable",
    )


def prepared_words(held: Dossier) -> str:
    """What happens next with a response that was just prepared."""
    if missing := held.approvals_missing:
        waits = ", ".join(step.title for step in missing)
        return f"The response is prepared. It can be signed once it is approved: {waits}."
    return "The response is prepared. The holder or a delegate can sign it."


def _after_publication(steps: Steps) -> Iterator[Section]:
    if items := tuple(steps.after_publication()):
        yield Section("After publication", items)


def _warnings(held: Dossier) -> Iterator[str]:
    if held.binding and not BindingGround(held.binding.ground).binds:
        yield (
            "It was decided that the law asks your body for no response to this report. You may "
            "give one all the same."
        )
    if held.public_version and not held.public_version.is_complete and held.answered_on:
        yield (
            "The version that stands is incomplete, although an earlier one was complete. Complete "
            "the response."
        )
    elif held.public_version and not held.public_version.is_complete:
        yield (
            "What is published is incomplete: the law is met only on the day on which everything "
            "that it asks for is public. Complete the response."
        )
    if held.published and held.public_version is None:
        yield (
            "The published response was withdrawn. A new version must be prepared, signed and "
            "published."
        )
    if held.last_voiding and held.preparation is None:
        voided = held.last_voiding
        yield (
            f"The response was prepared for signature, then changed. {voided.because} "
            f"({by_whom(voided.voided_by, voided.voided_at)}) What was prepared or signed no "
            "longer counts: prepare it again."
        )
    if held.changed_since_preparation:
        yield (
            "The register was changed since the response was prepared. It must be prepared and "
            "signed again."
        )
    if held.public_version is None:
        yield from _days_before_the_report(held)
    if held.invitation and held.public_version is None:
        warned = invitations.warning(held.invitation.comments_wanted_by, held.facts.clock)
        if warned and held.chief_officer_comments is None:
            yield f"Comments of the chief officer: {warned[0].lower()}{warned[1:]}"


def _days_before_the_report(held: Dossier) -> Iterator[str]:
    """The chief officer comments on the published report (s.55(4)): an earlier day is mostly a
    slip."""
    published_on = held.facts.report.published_on
    invitation, comments = held.invitation, held.chief_officer_comments
    days = (
        ("The invitation is dated", invitation and invitation.invited_on),
        ("The chief officer’s comments are dated", comments and comments.received_on),
    )
    for what, day in days:
        if day and day < published_on:
            yield (
                f"{what} {date_in_words(day)}, before the report was published on "
                f"{date_in_words(published_on)}. Check the date."
            )


def _withdraw_href(held: Dossier, viewer: Viewer) -> str:
    standing = held.public_version
    if standing is None or not access.publishes(viewer, held.body.pk):
        return ""
    return reverse("publication:withdraw", args=[standing.pk])


def _past_href(held: Dossier, viewer: Viewer) -> str:
    address = (held.inspection.pk, held.body.slug)
    if held.past:
        return reverse("responses:past_response", args=address)
    if held.published or not access.can_draft(viewer, held.body.pk):
        return ""
    return reverse("responses:record_past", args=address)
