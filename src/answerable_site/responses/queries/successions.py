"""What passes when one body succeeds another, and what stays with the body that acted."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from answerable_site.people.models import Organisation
from answerable_site.publication.models import PublicResponse
from answerable_site.register.models import Inspection
from answerable_site.responses.models import PublishedVersion, Response


@dataclass(frozen=True, slots=True)
class Passing:
    """What a succession does to the work of the body that ends."""

    responses: tuple[Response, ...]
    """Begun and not wholly published: they pass, with their `inspection`."""
    not_begun: tuple[Inspection, ...]
    """Concern the body and have no response: the successor has to answer them."""
    stays: int
    """Responses that the body gave, which stay as they are."""
    in_the_way: tuple[Inspection, ...]
    """Open on both sides: each body has begun a response of its own."""

    @property
    def still_open(self) -> tuple[Inspection, ...]:
        """Every inspection that the successor has to answer."""
        return (*(response.inspection for response in self.responses), *self.not_begun)


def passing(body: Organisation, successor: Organisation) -> Passing:
    """What passes from a body to another, as of now; asked by those who administer one of them."""
    still_open = open_responses_of(body).select_related("inspection").order_by("pk")
    theirs = Response.objects.filter(body=successor).values("inspection")
    own = Response.objects.filter(body=body)
    return Passing(
        responses=tuple(still_open),
        not_begun=tuple(
            Inspection.objects.filter(bodies_concerned=body)
            .exclude(pk__in=own.values("inspection"))
            .order_by("pk")
        ),
        stays=own.count() - still_open.count(),
        in_the_way=tuple(
            Inspection.objects.filter(
                pk__in=still_open.filter(inspection__in=theirs).values("inspection")
            ).order_by("pk")
        ),
    )


def open_responses_of(body: Organisation) -> QuerySet[Response]:
    """Responses that a body began and has not wholly published.

    One of which the latest version holds everything that section 55(5) and (5B) of the Police Act
    1996 ask for, and was not withdrawn, is answered; so is one that was taken over from former
    days.
    """
    later = PublicResponse.objects.filter(
        inspection=OuterRef("public_response__inspection"),
        version__gt=OuterRef("public_response__version"),
    )
    answered = PublishedVersion.objects.filter(
        ~Exists(later),
        signature__preparation__response=OuterRef("pk"),
        public_response__withdrawn_at__isnull=True,
        public_response__is_complete=True,
    )
    return Response.objects.filter(~Exists(answered), body=body, past__isnull=True)
