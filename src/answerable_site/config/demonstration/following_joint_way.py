"""The commitment that is late, was re-dated twice, and has gone up."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime

from answerable_site.config.demonstration.acting import moment
from answerable_site.config.demonstration.promises import FollowUp, Promises
from answerable_site.config.demonstration.stories import Story
from answerable_site.followup import operations, rules
from answerable_site.followup.models import Action
from answerable_site.followup.operations import NewAction, NewEvidence, ReviewedPractice
from answerable_site.followup.rules import (
    ActionState,
    EvidenceKind,
    OwnView,
    Rating,
    RiskRating,
    Whose,
)
from answerable_site.people.rules import PRODUCT


def begin_joint_way(story: FollowUp, promises: Promises) -> Generator[datetime, None, Action]:
    """Criteria and actions; gives the action that is not done yet."""
    officer = story.act(story.office.officer, 328, 11)
    yield officer["at"]
    for words in (
        "A signed way of working says when early advice is sought",
        "In nine of ten cases of a month the file says why advice was not sought",
    ):
        operations.write_criterion(**officer, commitment=promises.joint_way, words=words)
    own = story.act(story.owner, 320, 15)
    yield own["at"]
    draft, sign = (
        operations.add_action(
            **own,
            commitment=promises.joint_way,
            action=NewAction(
                title,
                owner=story.owner,
                target=rules.Target(story.day(days_ago), Whose.INTERNAL),
            ),
        )
        for title, days_ago in (
            ("Draft the joint way of working", 280),
            ("Sign the joint way of working", 240),
        )
    )
    operations.add_dependency(
        **own, action=sign, needed=draft, reason="Nothing can be signed before it is written."
    )
    act = story.act(story.owner, 282, 16)
    yield act["at"]
    operations.add_update(
        **act,
        on=story.day(282),
        thing=draft,
        rating=Rating.GREEN,
        words="The draft went to the CPS Area.",
        state=ActionState.DONE,
    )
    return sign


def move_date(story: FollowUp, promises: Promises, sign: Action) -> Story:
    """The CPS Area is done; the force moves its date."""
    act = story.act(story.county.manager, 246, 9)
    yield act["at"]
    operations.state_own_view(
        **act,
        today=story.day(246),
        commitment=promises.joint_way_of_cps,
        view=OwnView.COMPLETE,
        on=story.day(246),
        words="The Area signed its part.",
    )
    act = story.act(story.owner, 242, 10)
    yield act["at"]
    operations.set_target(
        **act,
        thing=promises.joint_way,
        target=rules.Target(
            story.day(150),
            Whose.INTERNAL,
            "The force waits for legal advice on what may be shared.",
        ),
    )
    act = story.act(story.owner, 241, 10)
    yield act["at"]
    operations.add_update(
        **act,
        on=story.day(241),
        thing=sign,
        rating=Rating.RED,
        words="Signing waits for legal advice.",
        state=ActionState.IN_PROGRESS,
    )


def go_on(story: FollowUp, promises: Promises, sign: Action) -> Story:
    """The date moves again, the closure is checked, and what is late goes up."""
    act = story.act(story.office.officer, 152, 10)
    yield act["at"]
    operations.set_target(
        **act,
        thing=promises.joint_way,
        target=rules.Target(
            story.day(-30),
            Whose.INTERNAL,
            "The office allows a second date: the advice came, and the wording has to change.",
        ),
    )
    yield from _review_practice(story, promises)
    closure = promises.training.closures.get()
    act = story.act(story.office.officer, 24, 10)
    yield act["at"]
    operations.check_closure(
        **act,
        today=story.day(24),
        closure=closure,
        lasted=True,
        words="Six new investigators, six course certificates.",
    )
    yield from _tell(story, promises, sign)
    at = moment(story.day(6), 6)
    yield at
    operations.raise_escalations(by=PRODUCT, at=at, on=story.day(6))


def _review_practice(story: FollowUp, promises: Promises) -> Story:
    act = story.act(story.office.officer, 60, 10)
    yield act["at"]
    operations.record_practice_review(
        **act,
        today=story.day(60),
        body=story.office.body,
        practice=ReviewedPractice(
            pathway=rules.Pathway.ESCALATION,
            title="How police and prosecutors in Wexmoor settle a disagreement",
            period_from_on=story.day(245),
            period_to_on=story.day(65),
            held_on=story.day(61),
            scope="Every disagreement that went beyond the first two people: eleven cases.",
            commissioned_services=story.county.service.name,
            other_services="",
            advocates="Two advisers of the support service",
            victims_input="A panel of four, held by the support service, told how waiting felt.",
            found="Seven of eleven were settled within a week; nobody told the others why not.",
            changed="Whoever escalates now names the day by which an answer is needed.",
            next_due_on=story.day(-120),
        ),
        commitments=[promises.joint_way, promises.joint_way_of_cps],
    )


def _tell(story: FollowUp, promises: Promises, sign: Action) -> Story:
    own, manager = (
        story.act(person, 9, hour)
        for person, hour in ((story.owner, 10), (story.county.manager, 11))
    )
    for commitment, act, words in (
        (promises.joint_way, own, "The new wording is with the chief officer."),
        (promises.contact, own, "Fennaby goes on; the north begins next month."),
        (promises.contact_of_cps, manager, "Two of three units named a contact."),
    ):
        yield act["at"]
        rating = Rating.RED if commitment == promises.joint_way else Rating.GREEN
        operations.add_update(**act, on=story.day(9), thing=commitment, rating=rating, words=words)
    later = story.act(story.owner, 8, 10)
    yield later["at"]
    operations.state_own_view(
        **later,
        today=story.day(8),
        commitment=promises.joint_way,
        view=OwnView.AT_RISK,
        on=story.day(8),
        words="We can sign within the month if the wording holds.",
    )
    operations.add_risk(
        **later,
        commitment=promises.joint_way,
        words="The Area may not accept the new wording",
        rating=RiskRating.MEDIUM,
        mitigation="Both lawyers meet on Monday.",
    )
    operations.add_evidence(
        **later,
        today=story.day(8),
        commitment=promises.joint_way,
        evidence=NewEvidence(
            EvidenceKind.LINK,
            "The draft with its changes",
            on=story.day(10),
            address="https://wexmoor-police.example/joint-way-of-working",
            action=sign,
        ),
    )
    act = story.act(story.liaison, 7, 10)
    yield act["at"]
    operations.propose_wording(
        **act,
        commitment=promises.joint_way,
        words="Police and prosecutors in Wexmoor have agreed a draft. It is not signed yet.",
    )
    act = story.act(story.office.officer, 7, 11)
    yield act["at"]
    operations.plan_review(
        **act,
        commitment=promises.joint_way,
        due_on=story.day(-14),
    )
