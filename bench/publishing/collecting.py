"""Every public address, and the bytes that anybody gets there."""

from __future__ import annotations

from collections.abc import Iterator

from django.test import Client
from django.urls import reverse
from tests.site.access.production import HOST

from answerable_site.people.models import Organisation
from answerable_site.publication.models import (
    DataSetEdition,
    PublicEdition,
    PublicFeedback,
    PublicInspection,
    PublicProgress,
    PublicResponse,
)

PLAIN = ("register", "register_csv", "feed", "record", "heads_file", "late")
OF_FIGURES = ("data_sets", "catalogue", "figures_feed")
OF_A_BODY = ("body", "body_feed", "meetings", "body_progress", "body_progress_csv")
OF_AN_INSPECTION = ("inspection", "facts", "progress", "progress_csv", "progress_json")
FILES = ("pdf", "docx", "odt", "document")
OF_AN_EDITION = ("edition", "csv", "csvw", "ods", "json", "chart", "narrow_chart")


def addresses() -> Iterator[str]:
    """All addresses of the press, of every body, and of the pages that are public beside it."""
    for route in ("start", "cookies", "privacy", "accessibility"):
        yield reverse(f"home:{route}")
    for route in (*PLAIN, *OF_FIGURES):
        yield reverse(f"publication:{route}")
    for slug in Organisation.objects.values_list("slug", flat=True):
        yield reverse("people:logo", args=[slug])
        for route in OF_A_BODY:
            yield reverse(f"publication:{route}", kwargs={"body": slug})
    for entry in PublicInspection.objects.released():
        page = {"body": entry.body_slug, "inspection": entry.slug}
        for route in OF_AN_INSPECTION:
            yield reverse(f"publication:{route}", kwargs=page)
    for response in PublicResponse.objects.select_related("inspection"):
        page = {"body": response.inspection.body_slug, "inspection": response.inspection.slug}
        for route in ("version", *FILES):
            yield reverse(f"publication:{route}", kwargs=page | {"version": response.version})
    for edition in PublicEdition.objects.select_related("meeting"):
        page = {"body": edition.meeting.body_slug, "meeting": edition.meeting.slug}
        yield reverse("publication:meeting", kwargs=page)
        for route in FILES:
            yield reverse(f"publication:meeting_{route}", kwargs=page | {"number": edition.number})
    for edition in DataSetEdition.objects.select_related("data_set"):
        page = {"body": edition.data_set.body_slug, "data_set": edition.data_set.slug}
        yield reverse("publication:data_set", kwargs=page)
        for route in OF_AN_EDITION:
            yield reverse(f"publication:data_set_{route}", kwargs=page | {"number": edition.number})
    for feedback in PublicFeedback.objects.all():
        yield reverse("publication:feedback_list", kwargs={"body": feedback.body_slug})
        yield feedback.path
    for snapshot in PublicProgress.objects.select_related("entry"):
        page = {"body": snapshot.entry.body_slug, "inspection": snapshot.entry.slug}
        day = f"?as_at_0={snapshot.as_of.day}&as_at_1={snapshot.as_of.month}"
        yield f"{reverse('publication:progress', kwargs=page)}{day}&as_at_2={snapshot.as_of.year}"


def public_bytes() -> Iterator[tuple[str, int, bytes]]:
    """Address, status and bytes of each, as somebody gets them who is not signed in."""
    client = Client(headers={"host": HOST, "x-forwarded-proto": "https"})
    for address in dict.fromkeys(addresses()):
        answer = client.get(address)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        yield address, answer.status_code, content
