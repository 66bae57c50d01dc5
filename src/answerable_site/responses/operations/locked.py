"""A response's row, locked for the length of one operation, and what every operation does to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from answerable_site.people.access import Refused
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.responses.models import (
    Preparation,
    PublishedVersion,
    Response,
    Version,
    Voiding,
)
from answerable_site.responses.rules import versions


class NotConcerned(ValueError):
    """The inspection does not concern the body."""


class ResponsePublished(ValueError):
    """A published response is not changed."""


@dataclass(frozen=True, slots=True)
class LockedResponse:
    """A response while somebody changes it."""

    row: Response
    person_id: int
    """Who changes it."""
    at: datetime

    @classmethod
    def of(
        cls, inspection: Inspection, body: Organisation, *, by: Viewer, at: datetime
    ) -> LockedResponse:
        """Lock the response of a body to an inspection; the first act makes its row.

        Raises:
            Refused: nobody is signed in.
            NotConcerned: the inspection does not concern the body, or another body succeeded it.
            ResponsePublished: a published version stands, and nobody began a further one.
        """
        if by.user_id is None:
            raise Refused("Sign in to do this.")
        if not inspection.bodies_concerned.filter(pk=body.pk).exists():
            raise NotConcerned(f"This inspection does not concern {body.name}.")
        row = Response.objects.select_for_update().filter(inspection=inspection, body=body).first()
        if row is None:
            _check_still_acts(body)
            row, _ = Response.objects.select_for_update().get_or_create(
                inspection=inspection,
                body=body,
                defaults={"begun_at": at, "begun_by_id": by.user_id},
            )
        if _is_public(row) and not row.revisions.open().exists():
            raise ResponsePublished(
                "This response is published. What was published stays as it is. To correct or "
                "supplement it, begin a further version first."
            )
        return cls(row, by.user_id, at)

    @property
    def subject(self) -> str:
        """The response as the audit record names it."""
        return f"responses.response:{self.row.pk}"

    @staticmethod
    def next_version(latest: Version | None, *, seen: int, after: Mapping[str, object]) -> int:
        """`versions.next_version` for a row."""
        return versions.next_version(
            held=latest.version if latest else 0,
            seen=seen,
            before={name: getattr(latest, name) for name in after} if latest else {},
            after=after,
        )

    def void_preparation(self, because: str) -> bool:
        """End the standing preparation and with it its signature; whether there was one."""
        standing = Preparation.objects.standing().filter(response=self.row).first()
        if standing is None:
            return False
        Voiding.objects.create(
            preparation=standing,
            because=because,
            voided_at=self.at,
            voided_by_id=self.person_id,
        )
        return True

    def forget_unsaved(self, form: str) -> None:
        """What the person kept in a page is saved now."""
        self.row.unsaved_texts.filter(person_id=self.person_id, form=form).delete()


def _check_still_acts(body: Organisation) -> None:
    """Raises NotConcerned if the body was succeeded; its row is locked, so that nobody lets it be
    succeeded while it begins a response."""
    row = Organisation.objects.select_for_update().only("succeeded_by", "name").get(pk=body.pk)
    if row.succeeded_by_id is not None:
        raise NotConcerned(f"{row.name} was succeeded by another body, which answers this now.")


def _is_public(row: Response) -> bool:
    """Whether a version stands: the latest, unless it was withdrawn."""
    latest = (
        PublishedVersion.objects.filter(signature__preparation__response=row)
        .select_related("public_response")
        .order_by("public_response__version")
        .last()
    )
    return latest is not None and latest.public_response.withdrawn_at is None
