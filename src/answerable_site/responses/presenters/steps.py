"""The steps of one response: what is done, by whom, and which the viewer can take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.people.rules import Viewer
from answerable_site.publication import access as press
from answerable_site.register.rules import RecommendationKind
from answerable_site.responses import access
from answerable_site.responses.presenters.texts import by_whom
from answerable_site.responses.queries import Dossier
from answerable_site.responses.rules import completeness, invitations
from answerable_site.responses.rules.binding import RULES
from answerable_site.responses.rules.words import BindingGround

Item = dict[str, Any]
"""An item of the component "task-list"."""
Status = dict[str, Any]
_TO_DO: Status = {"tag": {"text": "To\N{NO-BREAK SPACE}do", "classes": "govuk-tag--blue"}}
_OPTIONAL: Status = {"tag": {"text": "Optional", "classes": "govuk-tag--grey"}}
_UNFINISHED: Status = {"tag": {"text": "Unfinished", "classes": "govuk-tag--yellow"}}
_WAITS: Status = {"tag": {"text": "Waits for release", "classes": "govuk-tag--purple"}}
_DONE: Status = {"text": "Done"}
_NOT_YET: Status = {
    "text": "Cannot start yet",
    "classes": "govuk-task-list__status--cannot-start-yet",
}


@dataclass(frozen=True, slots=True)
class Steps:
    """The items of a task list for one response and viewer; a step that the viewer cannot take has
    no link."""

    held: Dossier
    viewer: Viewer
    on: date
    """The civil date (Europe/London) of the look."""

    def duty(self) -> Iterator[Item]:
        decided = self.held.binding
        yield self._step(
            "Decide whether the law asks for this response",
            self._drafter("decide_binding"),
            _DONE if decided else _TO_DO,
            f"{RULES[BindingGround(decided.ground)].label}. Decided by "
            f"{by_whom(decided.decided_by, decided.decided_at)}."
            if decided
            else "The product proposes an answer; you decide, with a reason.",
        )

    def chief_officer(self) -> Iterator[Item]:
        invited, comments = self.held.invitation, self.held.chief_officer_comments
        yield self._step(
            "Invite the chief officer to comment",
            self._drafter("invite"),
            _DONE if invited else _TO_DO,
            f"Invited on {date_in_words(invited.invited_on)}; comments wanted by "
            f"{date_in_words(invited.comments_wanted_by)}. Recorded by "
            f"{by_whom(invited.recorded_by, invited.recorded_at)}."
            if invited
            else "",
        )
        yield self._step(
            "Chief officer’s comments",
            self._comments_href(),
            _UNFINISHED
            if self.held.facts.none_received_is_outdated
            else _DONE
            if comments
            else _TO_DO,
            self._comments_hint(),
        )
        if invited and (comments is None or self.held.facts.none_received_is_outdated):
            passed = invitations.none_received(invited.comments_wanted_by, on=self.on)
            yield self._step(
                "Record that no comments were received",
                self._drafter("record_no_comments") if passed else "",
                _OPTIONAL if passed else _NOT_YET,
                f"From the day after {date_in_words(invited.comments_wanted_by)} on.",
            )

    def writing(self) -> Iterator[Item]:
        own, reply = self.held.own_comments, self.held.reply
        written = own is not None and bool(own.text)
        yield self._step(
            "Your own comments",
            self._drafter("own_comments"),
            _DONE if written else _TO_DO,
            f"Version {own.version}, {by_whom(own.written_by, own.written_at)}." if own else "",
        )
        yield self._step(
            "Explain every recommendation",
            self._href("explanations"),
            self._explanations_status(),
            self._explanations_hint(),
        )
        yield self._step(
            "Reply to the chief officer",
            self._drafter("reply"),
            _DONE if reply and reply.text else _OPTIONAL,
            f"Version {reply.version}, {by_whom(reply.written_by, reply.written_at)}."
            if reply
            else "",
        )
        left_out = len(self.held.exclusions)
        yield self._step(
            "Passages that are not for publication",
            self._href("exclusions"),
            _OPTIONAL,
            f"{left_out} left out by decision of the holder or a delegate."
            if left_out
            else "None is left out.",
        )

    def signing(self) -> Iterator[Item]:
        yield self._preparing()
        yield from self._approving()
        yield self._signing()
        yield self._publishing()

    def _preparing(self) -> Item:
        prepared, stale = self.held.preparation, self.held.changed_since_preparation
        return self._step(
            "Check and prepare for signature",
            self._drafter("prepare")
            if prepared is None or stale or not prepared.is_complete
            else "",
            _DONE if (prepared and not stale) or self._is_finished else _TO_DO,
            f"Prepared by {by_whom(prepared.prepared_by, prepared.prepared_at)}."
            + ("" if prepared.is_complete else " It is incomplete and says so.")
            if prepared
            else ""
            if self._is_finished
            else self._missing(),
        )

    def _missing(self) -> str:
        missing = len(completeness.gaps(self.held.facts))
        if not missing:
            return "Everything that the law asks for is there."
        return f"{missing} {'thing is' if missing == 1 else 'things are'} missing."

    def _approving(self) -> Iterator[Item]:
        """The named checks of the body, one after the other."""
        prepared, stale = self.held.preparation, self.held.changed_since_preparation
        given = {approval.step_id: approval for approval in self.held.approvals}
        missing = self.held.approvals_missing
        for step in self.held.approval_steps:
            approval = given.get(step.pk)
            is_next = prepared is not None and not stale and missing[:1] == (step,)
            may = prepared and is_next and access.can_approve(self.viewer, step, prepared)
            yield self._step(
                f"Approval: {step.title}",
                self._href("approve") if may else "",
                _DONE if approval or self._is_finished else _TO_DO if is_next else _NOT_YET,
                f"Approved by {by_whom(approval.approved_by, approval.approved_at)}."
                if approval
                else f"By an approver of {step.organisation.name}.",
            )

    def _signing(self) -> Item:
        prepared, signed = self.held.preparation, self.held.signature
        public, stale = self.held.public_version, self.held.changed_since_preparation
        can_start = prepared and not stale and not self.held.approvals_missing
        return self._step(
            "Sign",
            self._sign_href(),
            _DONE if signed or self._is_finished else _TO_DO if can_start else _NOT_YET,
            f"Signed by {by_whom(signed.signed_by, signed.signed_at)}, as {signed.signed_as}."
            if signed
            else f"Signed by {public.signer_name}, {public.signed_as}."
            if public and self._is_finished
            else "By the holder or a delegate, not by the person who prepared it.",
        )

    def _publishing(self) -> Item:
        signed, public = self.held.signature, self.held.public_version
        stale = self.held.changed_since_preparation
        return self._step(
            "Publish",
            self._publish_href(),
            _DONE if self._is_finished else _TO_DO if signed and not stale else _NOT_YET,
            f"Version {public.version}, {by_whom(public.published_by, public.published_at)}."
            if public and self._is_finished
            else "By a publisher, not by the person who signed.",
        )

    def after_publication(self) -> Iterator[Item]:
        """Further versions of what is published, and those before it that are still public."""
        public, revision = self.held.public_version, self.held.revision
        may = access.can_draft(self.viewer, self.held.body.pk)
        if revision:
            yield self._step(
                "Give the further version up",
                self._href("give_up_revision") if may else "",
                _OPTIONAL,
                f"Version {revision.based_on.version + 1} was begun by "
                f"{by_whom(revision.begun_by, revision.begun_at)}: {revision.reason}",
            )
        elif public:
            yield self._step(
                "Correct or supplement the response"
                if public.is_complete
                else "Complete the response",
                self._href("revise") if may else "",
                _OPTIONAL if public.is_complete else _TO_DO,
                f"Version {public.version} stands until a further one is published."
                if public.is_complete
                else "What is published lacks something that the law asks for.",
            )

        yield from self._earlier_versions()

    def _earlier_versions(self) -> Iterator[Item]:
        """For a publisher: versions that others took the place of can be withdrawn too."""
        if not access.publishes(self.viewer, self.held.body.pk):
            return
        for version in self.held.published[1:]:
            if version.withdrawn_at is None:
                yield self._step(
                    f"Withdraw version {version.version}",
                    reverse("publication:withdraw", args=[version.pk]),
                    _OPTIONAL,
                    "It is still public at its own address, with everything that it says.",
                )

    def public_register(self) -> Iterator[Item]:
        entry = self.held.entry
        if entry is None:
            status, hint = _OPTIONAL, "Shows the public that this report awaits an answer."
        elif entry.released_at is None:
            by = by_whom(entry.prepared_by, entry.prepared_at)
            status, hint = _WAITS, f"Prepared by {by}. A publisher releases it."
        else:
            status, hint = _DONE, f"Public since {moment_in_words(entry.released_at)}."
        yield self._step(
            "Put this inspection into the public register",
            self._entry_href(),
            status,
            hint,
        )

        if self.held.entry_is_outdated:
            yield self._step(
                "Correct the public register",
                self._correction_href(),
                _WAITS if self.held.correction else _TO_DO,
                "It says something else about this report than the register does.",
            )

    def _entry_href(self) -> str:
        entry = self.held.entry
        if entry is None:
            return self._drafter("prepare_entry")
        if press.can_release(self.viewer, entry):
            return reverse("publication:release", args=[entry.pk])
        return ""

    def _correction_href(self) -> str:
        waits = self.held.correction
        if waits is None:
            may = access.can_draft(self.viewer, self.held.body.pk)
            return self._href("correct_entry") if may else ""
        if press.can_release_correction(self.viewer, waits):
            return reverse("publication:release_correction", args=[waits.pk])
        return ""

    def _step(self, title: str, href: str, status: Status, hint: str) -> Item:
        return {
            "title": {"text": title},
            "href": href or None,
            "status": status,
            "hint": {"text": hint} if hint else None,
        }

    def _href(self, route: str) -> str:
        return reverse(f"responses:{route}", args=[self.held.inspection.pk, self.held.body.slug])

    def _drafter(self, route: str) -> str:
        may = access.can_draft(self.viewer, self.held.body.pk)
        return self._href(route) if may and self.held.is_open_to_change else ""

    @property
    def _is_finished(self) -> bool:
        """Whether a version is public and no further one is being written."""
        return not self.held.is_open_to_change

    def _comments_href(self) -> str:
        if (
            access.can_submit_comments(self.viewer, self.held.body.pk)
            and self.held.is_open_to_change
        ):
            return self._href("submit_comments")
        return self._drafter("enter_comments")

    def _comments_hint(self) -> str:
        comments = self.held.chief_officer_comments
        if comments is None:
            return "The chief officer’s office writes them here, or you enter a letter."
        who = by_whom(comments.written_by, comments.written_at)
        if comments.none_received_by:
            return (
                f"None received by {date_in_words(comments.none_received_by)}. Recorded by {who}."
            )
        return f"Received on {date_in_words(comments.received_on)}. Written here by {who}."  # type: ignore[arg-type]

    def _explanations_status(self) -> Status:
        required = completeness.explains_each_recommendation(self.held.facts.report)
        if not required:
            return _OPTIONAL
        gaps = completeness.gaps(self.held.facts)
        if not any(gap.place is completeness.Place.EXPLANATION for gap in gaps):
            return _DONE
        return _UNFINISHED if self.held.explanations else _TO_DO

    def _explanations_hint(self) -> str:
        asked = [
            finding
            for finding in self.held.facts.report.findings
            if finding.kind is RecommendationKind.RECOMMENDATION
        ]
        answered = sum(finding.explanation is not None for finding in asked)
        counted = "recommendation" if len(asked) == 1 else "recommendations"
        verb = "has" if answered == 1 else "have"
        said = f"{answered} of {len(asked)} {counted} {verb} an explanation."
        lacking = {gap.finding_id for gap in completeness.gaps(self.held.facts)}
        unfinished = sum(one.explanation is not None and one.id in lacking for one in asked)
        return f"{said} {unfinished} of them not finished." if unfinished else said

    def _sign_href(self) -> str:
        prepared = self.held.preparation
        waits = self.held.signature or self.held.changed_since_preparation
        if prepared is None or waits or self.held.approvals_missing:
            return ""
        may = access.can_sign(self.viewer, self.held.body.pk, prepared)
        return self._href("sign") if may else ""

    def _publish_href(self) -> str:
        signed = self.held.signature
        if signed is None or self.held.changed_since_preparation:
            return ""
        may = access.can_publish(self.viewer, self.held.body.pk, signer_id=signed.signed_by_id)
        return self._href("publish") if may else ""
