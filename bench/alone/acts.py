"""Everything that makes something public: how it comes to wait, is released, and is withdrawn."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone
from tests import factories, factories_figures, factories_responses

from answerable.writing.blocks import WrittenDocument
from answerable.writing.canonical import content_hash, from_json
from answerable_site.figures import operations as figures
from answerable_site.figures.queries import release_of
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import Role, Viewer
from answerable_site.publication import operations as press
from answerable_site.publication.models import PublicInspection, PublicResponse
from answerable_site.publication.rules import (
    FeedbackFacts,
    FeedbackFinding,
    InspectionFacts,
    MeetingFacts,
    ProgressFacts,
    PublicRecommendation,
)
from answerable_site.responses import operations as responses
from answerable_site.responses import queries
from answerable_site.responses.rules.composition import compose
from answerable_site.responses.rules.facts import SignatoryFacts
from answerable_site.responses.rules.words import RevisionKind
from bench.alone.people import seen

TITLE = "Police and Crime Commissioner"
WHY = "It was wrong in a sentence."
OPERATIONS_TRIED = {
    *("prepare_entry", "release_entry", "prepare_correction", "release_correction"),
    *("prepare_edition", "release_edition", "withdraw_edition"),
    *("prepare_progress", "release_progress", "withdraw_progress"),
    *("prepare_feedback", "release_feedback", "withdraw_feedback"),
    *("publish_response", "withdraw_response", "publish_figures", "withdraw_figures"),
}
PUBLISHING_NOTHING = {"find_anew", "pass_entry", "pass_what_goes_on", "scan_public"}
"""Operations of the press that say who acts on what is public, or look through it."""


@dataclass(frozen=True)
class Ground:
    """What others did before: an office, with what they published and what they completed."""

    office: factories.Office
    published: factories_responses.Case
    public: PublicResponse
    """What was published of it."""
    complete: factories_responses.Case
    checker: User

    @property
    def entry(self) -> PublicInspection:
        """The public entry of what is published."""
        return self.public.inspection

    @property
    def document(self) -> WrittenDocument:
        """One that everybody may read."""
        return from_json(self.public.document)


def laid(office: factories.Office) -> Ground:
    """The ground, by people who were set up at the console."""
    published = factories_responses.case_of(office, "Lost property in custody suites")
    public = factories_responses.published(published)
    complete = factories_responses.complete(
        factories_responses.case_of(office, "Bags without a label")
    )
    checker = factories.person("Other Checker", (office.force, Role.FIGURE_CHECKER))
    return Ground(office, published, public, complete, checker)


class Act(ABC):
    """One way in which something becomes public."""

    name: str
    roles: tuple[Role, ...]
    """In which role each of those acts whom it needs before it waits."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    @abstractmethod
    def wait(self, *makers: Viewer) -> Any:
        """Bring it so far that it only waits for somebody; raises what refuses it."""

    @abstractmethod
    def release(self, by: Viewer, waiting: Any) -> object:
        """Make it public."""

    def withdraw(self, by: Viewer, public: Any) -> bool:  # noqa: ARG002 - some cannot be
        """Take it back, and say whether that can be done at all."""
        return False

    @property
    def place(self) -> Organisation:
        """Whose people act."""
        return self.ground.office.body

    @property
    def independent(self) -> User:
        """Who releases it without a part in what came before."""
        return self.ground.office.publisher


class Entry(Act):
    name, roles = "an entry", (Role.RESPONSE_OFFICER,)

    def wait(self, *makers: Viewer) -> Any:
        (maker,) = makers
        return press.prepare_entry(by=maker, at=timezone.now(), facts=_facts(self.ground))

    def release(self, by: Viewer, waiting: Any) -> object:
        return press.release_entry(by=by, at=timezone.now(), entry=waiting)


class Correction(Act):
    name, roles = "a correction", (Role.RESPONSE_OFFICER,)

    def wait(self, *makers: Viewer) -> Any:
        (maker,) = makers
        entry = self.ground.entry
        facts = replace(entry.facts, title=f"{entry.title}, corrected")
        return press.prepare_correction(
            by=maker, at=timezone.now(), entry=entry, facts=facts, reason=WHY
        )

    def release(self, by: Viewer, waiting: Any) -> object:
        return press.release_correction(by=by, at=timezone.now(), correction=waiting)


class Edition(Act):
    name, roles = "an edition of a meeting", (Role.RESPONSE_OFFICER,)

    def wait(self, *makers: Viewer) -> Any:
        (maker,) = makers
        body = self.ground.office.body
        about = MeetingFacts(
            body.pk, body.name, body.slug, "Quarterly meeting", "Meeting", timezone.localdate()
        )
        document = replace(self.ground.document, title="Quarterly meeting")
        return press.prepare_edition(
            by=maker, at=timezone.now(), facts=about, document=document, meeting=None
        )

    def release(self, by: Viewer, waiting: Any) -> object:
        return press.release_edition(by=by, at=timezone.now(), edition=waiting)

    def withdraw(self, by: Viewer, public: Any) -> bool:
        press.withdraw_edition(by=by, at=timezone.now(), edition=public, reason=WHY)
        return True


class Progress(Act):
    name, roles = "progress", (Role.RESPONSE_OFFICER,)

    def wait(self, *makers: Viewer) -> Any:
        (maker,) = makers
        asked = PublicRecommendation("1", "Recommendation", "Forces should label every bag.")
        facts = ProgressFacts(timezone.localdate(), (asked,))
        return press.prepare_progress(
            by=maker, at=timezone.now(), entry=self.ground.entry, facts=facts
        )

    def release(self, by: Viewer, waiting: Any) -> object:
        return press.release_progress(by=by, at=timezone.now(), snapshot=waiting)

    def withdraw(self, by: Viewer, public: Any) -> bool:
        press.withdraw_progress(by=by, at=timezone.now(), snapshot=public, reason=WHY)
        return True


class Feedback(Act):
    name, roles = "what victims told", (Role.RESPONSE_OFFICER,)

    def wait(self, *makers: Viewer) -> Any:
        (maker,) = makers
        today = timezone.localdate()
        facts = FeedbackFacts(
            as_of=today,
            title="How decisions are told",
            stage="After a decision",
            asked_from=today,
            asked_until=today,
            heard=("Many were heard.",),
            findings=(FeedbackFinding("It took long.", (), "", None, (), "Not yet."),),
            answers=(),
            bias=(),
            method=(),
        )
        return press.prepare_feedback(
            by=maker, at=timezone.now(), body=self.ground.office.body, facts=facts, before=None
        )

    def release(self, by: Viewer, waiting: Any) -> object:
        return press.release_feedback(by=by, at=timezone.now(), feedback=waiting)

    def withdraw(self, by: Viewer, public: Any) -> bool:
        press.withdraw_feedback(by=by, at=timezone.now(), feedback=public, reason=WHY)
        return True


class Response(Act):
    name, roles = "a response", (Role.RESPONSE_OFFICER, Role.HOLDER)

    def wait(self, *makers: Viewer) -> Any:
        preparer, signer = makers
        case = self.ground.complete
        responses.prepare_response(by=preparer, at=timezone.now(), **case.about)
        _sign(case, signer)
        return case

    def release(self, by: Viewer, waiting: Any) -> object:
        return responses.publish_response(by=by, at=timezone.now(), **waiting.about)

    def withdraw(self, by: Viewer, public: Any) -> bool:
        press.withdraw_response(by=by, at=timezone.now(), response=public, reason=WHY)
        return True


class CorrectedResponse(Response):
    name = "a further version of a response"

    def wait(self, *makers: Viewer) -> Any:
        preparer, signer = makers
        case = self.ground.published
        now = timezone.now()
        responses.begin_revision(
            by=preparer, at=now, kind=RevisionKind.CORRECTED, reason=WHY, **case.about
        )
        responses.write_own_comments(
            by=preparer, at=now, text="We welcome this report very much.", version=1, **case.about
        )
        responses.prepare_response(by=preparer, at=now, **case.about)
        _sign(case, signer)
        return case


class ResponseWithEntry(Response):
    name, roles = "a response with the entry that waits", (Role.RESPONSE_OFFICER,)

    def wait(self, *makers: Viewer) -> Any:
        (maker,) = makers
        case, office = self.ground.complete, self.ground.office
        responses.prepare_public_entry(by=maker, at=timezone.now(), **case.about)
        return super().wait(seen(office.officer), seen(office.holder))


class Figures(Act):
    name, roles = "figures", (Role.ANALYST, Role.ANALYST)

    def wait(self, *makers: Viewer) -> Any:
        asks, protects = makers
        made = factories_figures.answered(self.ground.office.force, by=asks, at=timezone.now())
        return factories_figures.protected(made, by=protects, at=timezone.now())

    def release(self, by: Viewer, waiting: Any) -> object:
        return figures.release_figures(
            by=by, at=timezone.now(), figures=waiting, digest=release_of(waiting).digest
        )

    def withdraw(self, by: Viewer, public: Any) -> bool:
        figures.withdraw_figures(by=by, at=timezone.now(), released=public, why=WHY)
        return True

    @property
    def place(self) -> Organisation:
        return self.ground.office.force

    @property
    def independent(self) -> User:
        return self.ground.checker


def _facts(ground: Ground) -> InspectionFacts:
    body = ground.office.body
    return InspectionFacts(ground.entry.facts, body.pk, body.name, body.slug)


def _sign(case: factories_responses.Case, signer: Viewer) -> None:
    """Sign what is shown to the signer."""
    duty = queries.duty_visible_to(
        signer, inspection_id=case.inspection.pk, body_slug=case.office.body.slug
    )
    held = queries.dossier(signer, duty.inspection, duty.body, duty.response)
    document = compose(
        held.facts, signatory=SignatoryFacts(signer.name, TITLE, timezone.localdate())
    )
    responses.sign_response(
        by=signer,
        at=timezone.now(),
        signed_as=TITLE,
        content_hash=content_hash(document),
        **case.about,
    )


ACTS: tuple[type[Act], ...] = (
    *(Entry, Correction, Edition, Progress, Feedback),
    *(Response, CorrectedResponse, ResponseWithEntry, Figures),
)
