"""Public meetings without signing in, and a publisher's pages about them."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from answerable.writing.canonical import canonical_bytes, from_json
from answerable_site.people.requests import Request
from answerable_site.publication import access, forms, operations, presenters, queries
from answerable_site.publication.rules import FileFormat
from answerable_site.publication.views.entries import attached


def meetings(request: Request, body: str) -> HttpResponse:
    """The meetings of one body of which something is public, the latest first."""
    found = queries.standing_editions(body)
    if not found:
        raise Http404
    context = {
        "name": found[0].body_name,
        "body": body,
        "meetings": [presenters.shown_edition(one) for one in found],
        "feed": presenters.feed_link(body, found[0].body_name),
    }
    return render(request, "publication/meetings.html", context)


def meeting(request: Request, body: str, meeting: str) -> HttpResponse:
    """One meeting as it stands, with the editions before it."""
    released = list(queries.editions_at(body, meeting))
    if not released:
        raise Http404
    standing, *earlier = released
    html = "" if standing.withdrawn_at else standing.html
    context = {
        "meeting": presenters.shown_edition(standing, html=html),
        "earlier": [presenters.shown_edition(one) for one in earlier],
        "body": body,
    }
    return render(request, "publication/meeting.html", context)


def meeting_file(
    request: Request, body: str, meeting: str, number: int, format_: FileFormat
) -> HttpResponse:
    """One edition as a file, byte for byte as it was released."""
    edition = get_object_or_404(queries.editions_at(body, meeting), number=number)
    if edition.withdrawn_at:
        return _gone(request, presenters.shown_edition(edition))
    found = get_object_or_404(queries.edition_files(edition), format=format_)
    name = f"{edition.meeting.slug}-{number}.{format_}"
    return attached(bytes(found.content), format_.media_type, name)


def meeting_document(request: Request, body: str, meeting: str, number: int) -> HttpResponse:
    """The canonical bytes of one edition: their SHA-256 is the content hash on its page."""
    edition = get_object_or_404(queries.editions_at(body, meeting), number=number)
    if edition.withdrawn_at:
        return _gone(request, presenters.shown_edition(edition))
    name = f"{edition.meeting.slug}-{number}.json"
    return attached(canonical_bytes(from_json(edition.document)), "application/json", name)


def release_edition(request: Request, edition_id: int) -> HttpResponse:
    """Read what was prepared, and make it public."""
    edition = get_object_or_404(queries.editions_visible_to(request.viewer), pk=edition_id)
    if request.method == "POST":
        try:
            operations.release_edition(by=request.viewer, at=timezone.now(), edition=edition)
        except (
            operations.EditionReleased,
            operations.EditionOutdated,
            operations.WouldLeak,
        ) as refused:
            messages.info(request, str(refused))
        else:
            messages.success(request, f"“{edition.title}” is public now.")
        return redirect("publication:waiting")
    context = {
        "edition": presenters.shown_edition(edition, html=edition.html),
        "may_release": access.can_release_edition(request.viewer, edition),
        "clues": presenters.clues_in_document(edition.document),
    }
    return render(request, "publication/release_edition.html", context)


def withdraw_edition(request: Request, edition_id: int) -> HttpResponse:
    """Take a public edition back, with a reason."""
    edition = get_object_or_404(queries.editions_visible_to(request.viewer), pk=edition_id)
    form = forms.Withdrawal(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.withdraw_edition(
                by=request.viewer,
                at=timezone.now(),
                edition=edition,
                reason=form.cleaned_data["reason"],
            )
        except operations.EditionNotPublic as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "It was withdrawn. Its public page says so.")
            return redirect(edition.meeting.path)
    context = {"form": form, "edition": presenters.shown_edition(edition)}
    return render(request, "publication/withdraw_edition.html", context)


def _gone(request: Request, edition: presenters.ShownEdition) -> HttpResponse:
    return render(request, "publication/edition_gone.html", {"edition": edition}, status=410)
