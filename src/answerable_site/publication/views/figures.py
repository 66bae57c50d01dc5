"""Published figures, without signing in."""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import http_date
from django.views.decorators.http import conditional_page

from answerable.opendata.catalogue import to_dcat
from answerable_site.design.filters import chips
from answerable_site.people.requests import Request
from answerable_site.publication import forms, presenters, queries
from answerable_site.publication.rules import DataFormat
from answerable_site.publication.views.entries import attached

PAGE = 50
CATALOGUE = "Published figures"


@conditional_page
def data_sets(request: Request) -> HttpResponse:
    """All data sets, measure by measure, of all organisations or of one."""
    form = forms.FiguresFilters(
        request.GET, bodies=queries.bodies_with_figures(), measures=queries.measures_published()
    )
    form.is_valid()
    wanted = queries.WantedFigures(
        body=form.cleaned_data.get("body") or "", measure=form.cleaned_data.get("measure") or ""
    )
    found = queries.data_sets_as_they_stand(wanted)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "chips": chips(form),
        "page": page,
        "measures": presenters.measures_listed(page),
        "feed": presenters.figures_feed_link(),
    }
    return render(request, "publication/data_sets.html", context)


@conditional_page
def data_set(request: Request, body: str, data_set: str) -> HttpResponse:
    """One data set as it stands, with the editions before it."""
    return _shown(request, body, data_set, None)


@conditional_page
def data_set_edition(request: Request, body: str, data_set: str, number: int) -> HttpResponse:
    """One edition at its own address; it says what took its place."""
    return _shown(request, body, data_set, number)


@conditional_page
def data_set_file(
    request: Request, body: str, data_set: str, number: int, format_: DataFormat
) -> HttpResponse:
    """One edition as a file, byte for byte as it was released."""
    editions = queries.data_set_editions_at(body, data_set).defer("facts")
    edition = get_object_or_404(editions, number=number)
    if edition.withdrawn_at:
        words = presenters.withdrawn_figures(edition)
        context = {"title": edition.title, "withdrawn": words, "href": edition.data_set.path}
        return render(request, "publication/figures_gone.html", context, status=410)
    file = get_object_or_404(edition.files, format=format_)
    name = f"{edition.data_set.slug}-{number}.{format_}"
    response = attached(bytes(file.content), format_.media_type, name)
    if format_ in (DataFormat.CHART, DataFormat.NARROW_CHART):
        # Charts stand in pages.
        del response["Content-Disposition"]
    if format_ is DataFormat.CSV:
        metadata = presenters.file_href(edition, DataFormat.CSVW)
        kind = DataFormat.CSVW.media_type
        response["Content-Type"] = f"{format_.media_type}; charset=utf-8"
        response["Link"] = f'<{metadata}>; rel="describedby"; type="{kind}"'
    response["Last-Modified"] = http_date(edition.release.released_at.timestamp())
    return response


@conditional_page
def catalogue(_request: Request) -> HttpResponse:
    """Every data set that stands, for portals that gather them (DCAT)."""
    entries = presenters.catalogue_entries(
        queries.standing_data_sets(),
        first=queries.first_published(),
        site=settings.PUBLIC_ADDRESS,
    )
    address = f"{settings.PUBLIC_ADDRESS}{reverse('publication:data_sets')}"
    content = to_dcat(entries, address=address, title=CATALOGUE)
    return HttpResponse(content, content_type="application/ld+json")


@conditional_page
def feed(_request: Request) -> HttpResponse:
    """What figures became public, were corrected or withdrawn lately, for feed readers."""
    entries = [
        presenters.figures_entry(edition, site=settings.PUBLIC_ADDRESS)
        for edition in queries.figures_of_feed()[: presenters.MOST_IN_FEED]
    ]
    content = presenters.feed_document(
        entries,
        link=presenters.figures_feed_link(),
        page=reverse("publication:data_sets"),
        site=settings.PUBLIC_ADDRESS,
    )
    return HttpResponse(content, content_type=Atom1Feed.content_type)


def _shown(request: Request, body: str, data_set: str, number: int | None) -> HttpResponse:
    """An edition, or the last one."""
    editions = list(queries.data_set_editions_at(body, data_set).defer("facts"))
    chosen = [one for one in editions if number in (None, one.number)]
    if not chosen:
        raise Http404
    edition = chosen[0]
    files = queries.data_set_files(edition)
    shown = presenters.shown_data_set(edition, every=editions, files=files)
    context = {"shown": shown, "feed": presenters.figures_feed_link()}
    return render(request, "publication/data_set.html", context)
