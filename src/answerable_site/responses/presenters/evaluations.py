"""The evaluation of one response: its steps with date and proof, from what is held of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from answerable.statute import civil_date
from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.publication.presenters import file_hashes
from answerable_site.register.rules import RecommendationKind
from answerable_site.responses import queries
from answerable_site.responses.presenters.clocks import clock_of
from answerable_site.responses.presenters.decisions import (
    shown_decision,
    shown_decisions,
    shown_exclusions,
)
from answerable_site.responses.queries import Dossier
from answerable_site.responses.rules import completeness
from answerable_site.responses.rules.evaluation import Evaluation, StepTaken
from answerable_site.responses.rules.words import Channel, DispatchState, Purpose

if TYPE_CHECKING:
    from answerable_site.publication.models import PublicResponse
    from answerable_site.responses.models import Dispatch, KeptFile

ACT = "Police Act 1996"
CHANNELS = {
    Channel.FROM_HERE: "by e-mail from Answerable",
    Channel.EMAIL: "by e-mail",
    Channel.POST: "by post",
    Channel.PORTAL: "through a portal",
    Channel.BY_HAND: "by hand",
}
SENDINGS = {
    Purpose.COPY_TO_INSPECTORS: (
        "Copy to the inspectors of constabulary",
        f"s.55(6)(a) {ACT}",
    ),
    Purpose.COPY_TO_SECRETARY: ("Copy to the Secretary of State", f"s.55(6)(b) {ACT}"),
    Purpose.PLACE_TOLD: ("Inspectorate told where it is published", ""),
    Purpose.PANEL_TOLD: ("Police and crime panel told", ""),
}


def evaluation_of(held: Dossier, *, on: date) -> Evaluation:
    """Everything that an auditor asks of a response, as it stands on a day."""
    report = held.facts.report
    return Evaluation(
        report=report,
        clock=held.facts.clock,
        body_name=held.facts.body.name,
        verdict=clock_of(held, on=on).note,
        steps=tuple(_steps(held)),
        missing=tuple(gap.sentence for gap in completeness.gaps(held.facts)),
        decisions=tuple(_decisions(held)),
        on=on,
    )


def _steps(held: Dossier) -> Iterator[StepTaken]:
    yield _report_published(held)
    yield from _duty(held)
    yield from _hearing(held)
    yield from _writing(held)
    yield from _signatures(held)
    yield from _publications(held)
    yield from _sendings(held)


def _report_published(held: Dossier) -> StepTaken:
    source = held.inspection.source_address or "no address is recorded"
    document = held.inspection.document
    return StepTaken(
        "Report published",
        held.facts.report.basis.citation,
        held.facts.report.published_on,
        ", ".join(held.facts.report.inspectorates),
        f"Date from: {held.inspection.date_source.replace('_', ' ')}. Report at: {source}."
        + (f" Document kept, SHA-256 {document.sha256}." if document else ""),
    )


def _duty(held: Dossier) -> Iterator[StepTaken]:
    if held.binding is None:
        yield StepTaken("Duty decided", "", None, "", "")
        return
    decided = shown_decision(held.binding)
    yield StepTaken(
        "Duty decided",
        f"s.55(5) {ACT}",
        civil_date(held.binding.decided_at),
        held.binding.decided_by.full_name,
        f"{decided.answer}. {decided.reason}",
    )


def _hearing(held: Dossier) -> Iterator[StepTaken]:
    invited = held.invitation
    yield StepTaken(
        "Chief officer invited to comment",
        f"s.55(4) {ACT}",
        invited.invited_on if invited else None,
        invited.recorded_by.full_name if invited else "",
        f"Comments wanted by {date_in_words(invited.comments_wanted_by)}. {invited.proof}"
        f"{_file(invited.file)}{_sent(held, Purpose.INVITATION)}"
        if invited
        else "",
    )
    comments = held.chief_officer_comments
    if comments and comments.none_received_by:
        yield StepTaken(
            "No comments received",
            f"s.55(5)(b) {ACT}",
            civil_date(comments.written_at),
            comments.written_by.full_name,
            f"None had come by {date_in_words(comments.none_received_by)}.",
        )
        return
    yield StepTaken(
        "Chief officer’s comments received",
        f"s.55(5)(b) {ACT}",
        comments.received_on if comments else None,
        comments.written_by.full_name if comments else "",
        f"Version {comments.version}, from {comments.author_name}, {comments.author_title}."
        f"{_file(comments.file)}"
        if comments
        else "",
    )


def _writing(held: Dossier) -> Iterator[StepTaken]:
    own, reply = held.own_comments, held.reply
    yield StepTaken(
        "Body’s own comments",
        f"s.55(5)(a) {ACT}",
        civil_date(own.written_at) if own and own.text else None,
        own.written_by.full_name if own and own.text else "",
        f"Version {own.version}." if own and own.text else "",
    )
    asked = [
        finding
        for finding in held.facts.report.findings
        if finding.kind is RecommendationKind.RECOMMENDATION
    ]
    written = [held.explanations[f.id] for f in asked if f.id in held.explanations]
    whole = len(written) == len(asked)
    yield StepTaken(
        "Every recommendation explained",
        f"s.55(5B) {ACT}",
        civil_date(max(e.written_at for e in written)) if written and whole else None,
        ", ".join(sorted({e.written_by.full_name for e in written})),
        f"{len(written)} of {len(asked)} explained.",
    )
    if reply and reply.text:
        yield StepTaken(
            "Reply to the chief officer",
            f"s.55(5)(c) {ACT}",
            civil_date(reply.written_at),
            reply.written_by.full_name,
            f"Version {reply.version}.",
        )


def _signatures(held: Dossier) -> Iterator[StepTaken]:
    story = queries.history(held.response)
    for prepared in story.preparations:
        yield StepTaken(
            "Prepared for signature",
            "",
            civil_date(prepared.prepared_at),
            prepared.prepared_by.full_name,
            f"{moment_in_words(prepared.prepared_at)}. Unsigned document, SHA-256 "
            f"{prepared.content_hash}.",
        )
    for approved in story.approvals:
        yield StepTaken(
            f"Approved: {approved.step.title}",
            "",
            civil_date(approved.approved_at),
            approved.approved_by.full_name,
            f"Over the document with SHA-256 {approved.content_hash}.",
        )
    for signed in story.signatures:
        yield StepTaken(
            "Signed",
            "",
            civil_date(signed.signed_at),
            f"{signed.signed_by.full_name}, {signed.signed_as}",
            f"{moment_in_words(signed.signed_at)}. Signed document, SHA-256 {signed.content_hash}.",
        )
    for voided in story.voidings:
        yield StepTaken(
            "Preparation voided",
            "",
            civil_date(voided.voided_at),
            voided.voided_by.full_name,
            voided.because,
        )


def _publications(held: Dossier) -> Iterator[StepTaken]:
    if not held.published:
        yield StepTaken("Published", f"s.55(5), (5A) {ACT}", None, "", "")
    for version in reversed(held.published):
        yield _published(version)
        if version.withdrawn_at and version.withdrawn_by:
            yield StepTaken(
                f"Version {version.version} withdrawn",
                "",
                civil_date(version.withdrawn_at),
                version.withdrawn_by.full_name,
                version.withdrawn_because,
            )


def _published(version: PublicResponse) -> StepTaken:
    incomplete = "" if version.is_complete else f" Incomplete: {version.incomplete_because}"
    return StepTaken(
        f"Version {version.version} published",
        f"s.55(5), (5A) {ACT}",
        version.published_on,
        version.published_by.full_name,
        f"{moment_in_words(version.published_at)}, signed document SHA-256 "
        f"{version.content_hash}. {file_hashes(version)}{incomplete}",
    )


def _sendings(held: Dossier) -> Iterator[StepTaken]:
    sent = [d for d in queries.dispatches_of(held.response) if d.purpose in SENDINGS]
    for purpose, (step, law) in SENDINGS.items():
        of_this = [d for d in sent if d.purpose == purpose and d.state == DispatchState.SENT]
        if not of_this:
            yield StepTaken(step, law, None, "", "")
        for dispatch in of_this:
            yield StepTaken(
                step, law, dispatch.sent_on, dispatch.recorded_by.full_name, _proof(dispatch)
            )


def _sent(held: Dossier, purpose: Purpose) -> str:
    return "".join(
        f" {_proof(dispatch)}"
        for dispatch in queries.dispatches_of(held.response)
        if dispatch.purpose == purpose and dispatch.state == DispatchState.SENT
    )


def _proof(dispatch: Dispatch) -> str:
    version = f" Version {dispatch.public_version.version}." if dispatch.public_version else ""
    to = ", ".join(part for part in (dispatch.recipient, dispatch.address) if part)
    return (
        f"To {to}, {CHANNELS[Channel(dispatch.channel)]}.{version} {dispatch.proof}"
        f"{_file(dispatch.file)}"
    )


def _file(kept: KeptFile | None) -> str:
    return f" File “{kept.name}”, SHA-256 {kept.sha256}." if kept else ""


def _decisions(held: Dossier) -> Iterator[str]:
    for decision in shown_decisions(held.response):
        differs = f" Proposed had been: {decision.differs}." if decision.differs else ""
        yield f"{decision.answer}. {decision.reason} ({decision.by}){differs}"
    for excluded in shown_exclusions(held):
        yield (
            f"A passage was left out ({excluded.place}). For readers: {excluded.public_reason} "
            f"({excluded.by}) {excluded.lifted}"
        )
