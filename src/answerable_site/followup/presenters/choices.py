"""The choices of an organisation, practice reviews, and what is offered in forms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from answerable_site.design.dates import date_in_words
from answerable_site.followup import access, rules
from answerable_site.followup.presenters.dating import times
from answerable_site.followup.presenters.naming import caption_of
from answerable_site.followup.presenters.parts import (
    Act,
    Entry,
    Section,
    act,
    acts,
    dates,
    said,
)
from answerable_site.people.rules import OrganisationKind, Viewer
from answerable_site.register.presenters import heading, shortened

if TYPE_CHECKING:
    from answerable_site.followup.models import Commitment, PracticeReview
    from answerable_site.people.models import Organisation
    from answerable_site.register.models import Recommendation


@dataclass(frozen=True, slots=True)
class ShownChoices:
    """The choices of an organisation as sections of a page."""

    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class ShownPractice:
    """A practice review for its page."""

    title: str
    body: str
    rows: tuple[tuple[str, str], ...]
    asked_for: Section


@dataclass(frozen=True, slots=True)
class ToFollowUp:
    """A recommendation that nobody follows up yet."""

    id: int
    heading: str
    report: str
    words: str
    due: str


def commitment_words(commitment: Commitment) -> str:
    """A commitment as a choice of a form."""
    return f"{caption_of(commitment)}: {commitment.summary}"


def to_follow_up(recommendation: Recommendation) -> ToFollowUp:
    """A recommendation as a line of the list to begin from."""
    return ToFollowUp(
        id=recommendation.pk,
        heading=heading(recommendation),
        report=recommendation.inspection.title,
        words=shortened(recommendation.text),
        due=due_in_words(recommendation),
    )


def heading_of(recommendation: Recommendation) -> str:
    """What a recommendation is called, with its report."""
    return f"{heading(recommendation)}: {recommendation.inspection.title}"


def due_in_words(recommendation: Recommendation) -> str:
    """The date that a recommendation names; empty if none."""
    return date_in_words(recommendation.due_on) if recommendation.due_on else ""


def shown_choices(
    organisation: Organisation,
    *,
    policy: rules.Policy,
    policies: Iterable[Any],
    levels: Iterable[Any],
    closure_levels: Iterable[Any],
    ladder: Iterable[Any],
    viewer: Viewer,
) -> ShownChoices:
    """The choices of an organisation; only a policing body has more than a ladder."""
    kind = OrganisationKind(organisation.kind)
    decides = access.decides_for(viewer, organisation.pk)
    own = (
        (
            _policy(organisation, policy, list(policies), decides=decides),
            _levels(organisation, list(levels), decides=decides),
            _closure_levels(organisation, list(closure_levels), decides=decides),
        )
        if kind is OrganisationKind.LOCAL_POLICING_BODY
        else ()
    )
    names_levels = access.can_name_levels(viewer, organisation.pk, kind)
    sections = (*own, _ladder(organisation, list(ladder), may=names_levels))
    return ShownChoices(f"Follow-up: choices of {organisation.name}", sections)


def shown_practice(review: PracticeReview, asked_for: Iterable[Commitment]) -> ShownPractice:
    """A practice review, and the visible commitments that asked for it."""
    rows = (
        ("What was looked at", rules.Pathway(review.pathway).label),
        ("Period", dates(review.period_from_on, review.period_to_on)),
        ("Held on", date_in_words(review.held_on)),
        ("Scope", review.scope),
        ("Commissioned services", review.commissioned_services),
        ("Other services", review.other_services),
        ("Advocates", review.advocates),
        ("How victims were heard", review.victims_input),
        ("What was found", review.found),
        ("What changed", review.changed),
        ("Next review by", date_in_words(review.next_due_on)),
        ("Recorded", said(review.by, review.at)),
    )
    return ShownPractice(
        title=review.title,
        body=review.body.name,
        rows=tuple((name, words or "None") for name, words in rows),
        asked_for=Section(
            "asked",
            "Commitments that asked for it",
            entries=tuple(
                Entry(
                    one.summary,
                    href=reverse("followup:commitment", args=[one.pk]),
                    facts=(caption_of(one),),
                )
                for one in asked_for
            ),
            empty="None that is yours to read.",
        ),
    )


def _policy(
    body: Organisation, policy: rules.Policy, policies: list[Any], *, decides: bool
) -> Section:
    return Section(
        "policy",
        "What is asked",
        intro=("No law sets these: they are the body’s own.",),
        points=_lines(policy),
        acts=acts(act("Change what is asked", "set_policy", body.slug) if decides else None),
        folded="What was asked before" if len(policies) > 1 else "",
        earlier=tuple(
            Entry(f"Until it was changed: set by {said(row.by, row.at)}", notes=_lines(row.policy))
            for row in policies[1:]
        ),
    )


def _lines(policy: rules.Policy) -> tuple[str, ...]:
    return (
        _moves(policy.revisions_allowed),
        f"Finished work shows for {policy.demonstration_days} days that it lasts",
        f"Evidence is too old after {policy.evidence_months} months",
        f"A progress update is wanted every {policy.update_days} days",
        f"{policy.sustainment_months} months after a closure somebody checks that it lasts",
        f"An escalation goes a level higher after {policy.step_days} days",
    )


def _moves(allowed: int | None) -> str:
    if allowed is None:
        return "A date may move as often as there is a reason"
    return f"A date may move {times(allowed)} at most" if allowed else "A date may not move"


def _levels(body: Organisation, levels: list[Any], *, decides: bool) -> Section:
    return Section(
        "levels",
        "Levels of assurance",
        entries=tuple(
            Entry(
                one.name,
                facts=(rules.AssuranceKind(one.kind).label,),
                acts=_end("end_level", one, decides=decides),
            )
            for one in levels
        ),
        empty="None is named yet, so no assurance can be given.",
        acts=acts(
            act("Add a level", "name_level", body.slug) if decides else None,
            act("Begin with the usual four", "begin_levels", body.slug, at_once=True)
            if decides and not levels
            else None,
        ),
    )


def _closure_levels(body: Organisation, levels: list[Any], *, decides: bool) -> Section:
    return Section(
        "closure-levels",
        "Who signs off at the inspectorate",
        intro=("As the office was told. The inspectorate does not publish its levels.",),
        entries=tuple(
            Entry(one.name, facts=(one.who,), acts=_end("end_closure_level", one, decides=decides))
            for one in levels
        ),
        empty="None is written down.",
        acts=acts(
            act("Add a level of closure", "name_closure_level", body.slug) if decides else None
        ),
    )


def _end(route: str, one: Any, *, decides: bool) -> tuple[Act, ...]:
    return acts(
        act("Use it no longer", route, one.pk, about=one.name, at_once=True) if decides else None
    )


def _ladder(organisation: Organisation, steps: list[Any], *, may: bool) -> Section:
    return Section(
        "ladder",
        "Who is told when something goes up",
        entries=tuple(
            Entry(
                f"Level {one.position + 1}: {one.title}",
                facts=(one.person.full_name, f"Named by {said(one.by, one.at)}"),
            )
            for one in steps
        ),
        empty="Nobody is named, so nothing goes up.",
        acts=acts(
            act("Name a level", "name_step", organisation.slug) if may else None,
            act("Take the highest level away", "end_last_step", organisation.slug, at_once=True)
            if may and steps
            else None,
        ),
    )
