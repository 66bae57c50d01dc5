"""A page with every component and every kind of field, for tests and for looking at it."""

import datetime
from typing import Any

from django import forms as django
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.templatetags.static import static
from django.urls import path

from answerable_site.design import forms
from answerable_site.design.filters import chips


class Everything(forms.Form):
    name = forms.CharField(label="Full name", width=20, help_text="As on the report")
    email = forms.EmailField(label="Email address", width=30)
    password = forms.PasswordField(label="Password", width=20)
    limit = forms.IntegerField(label="Number of days", width=3, min_value=1)
    summary = forms.TextField(label="Summary", max_length=200, required=False)
    notes = forms.TextField(label="Notes (optional)", required=False, rows=3)
    kind = forms.SelectField(
        label="Kind of document", choices=[("", "Choose one"), ("letter", "Letter")]
    )
    accepted = forms.ChoiceField(
        label="Do you accept it?",
        choices=[("yes", "Yes"), ("no", "No")],
        hints={"no": "You will be asked why"},
        reveals={"no": ["reason"]},
        required_message="Select whether you accept it",
    )
    reason = forms.TextField(
        label="Why not?", rows=3, max_length=500, required_message="Enter why you do not accept it"
    )
    areas = forms.MultipleChoiceField(
        label="Areas", choices=[("north", "North"), ("south", "South")], help_text="Select any"
    )
    published_on = forms.DateField(
        label="Publication date",
        help_text="For example, 9 9 2021",
        required_message="Enter the publication date",
    )
    document = forms.FileField(label="Document", accept=".pdf,.docx")
    confirmed = forms.BooleanField(label="I have read it", help_text="All pages")
    token = django.CharField(widget=django.HiddenInput, initial="t", required=False)


class Filter(django.Form):
    q = forms.CharField(label="Search", required=False)
    state = forms.MultipleChoiceField(
        label="State", required=False, choices=[("late", "Late"), ("open", "Open")]
    )


FORM_PAGE = """{% extends "design/two_thirds.html" %}{% load govuk %}
{% block title %}Everything{% endblock %}
{% block content %}<h1 class="govuk-heading-l">Everything that can be asked</h1>
{% postform form %}{{ form }}{% govuk "button" text="Continue" prevent_double_click=True %}
{% endpostform %}
{% endblock %}"""

LIST_PAGE = """{% extends "design/list.html" %}{% load govuk %}
{% block title %}Everything found{% endblock %}
{% block content %}<h1 class="govuk-heading-l">Everything that can be shown</h1>{% endblock %}
{% block filters %}<form method="get" class="app-filter" novalidate>
<h2 class="govuk-heading-m">Filter</h2>{{ filter }}
{% govuk "button" text="Apply filters" %}</form>{% endblock %}
{% block results %}
<ol class="app-results">{% for number in page %}<li class="app-results__item">
<h2 class="app-results__heading">
<a class="govuk-link" href="#{{ number }}">Recommendation {{ number }}</a></h2>
<div class="app-results__tags">{% govuk "tag" text="Late" classes="govuk-tag--red" %}
{% govuk "tag" text="National" %}</div>
<p class="app-results__text">Each unit should keep a dated list of its vehicles</p>
<ul class="app-results__facts"><li>Published {% uk_date day %}</li>
<li>Addressed to every unit</li></ul>
</li>{% endfor %}</ol>{% endblock %}"""

SHOW_PAGE = """{% extends "design/page.html" %}{% load govuk %}
{% block title %}Everything shown{% endblock %}
{% block content %}<h1 class="govuk-heading-l">Beside the page</h1>
<div class="app-deadline app-deadline--late"><p class="app-deadline__label">Last day to answer</p>
<p class="app-deadline__date">{% uk_date day %}</p>
<p class="app-deadline__note">4 days late</p></div>
<div class="app-panes"><div>{{ form.name }}{{ form.reason }}{{ form.published_on }}</div>
<section class="app-panes__beside" tabindex="0" aria-label="Page 3 of the document">
<img class="app-panes__picture" src="{{ picture }}" alt="Page 3 of the document"></section></div>
<blockquote class="app-quote">Units should <mark>keep a list</mark>.
Twice a year.<cite class="app-quote__source">Page 3</cite></blockquote>
<ol class="app-timeline"><li class="app-timeline__item">
<h2 class="app-timeline__title">Signed</h2>
<p class="app-timeline__when">{% uk_moment moment %}</p>
<p class="app-timeline__text">By the office</p></li>
<li class="app-timeline__item"><h2 class="app-timeline__title">Published</h2></li></ol>
<div class="app-progress" role="status" data-app-progress="/progress/">Page 1 of 3 read</div>
{% govuk "summary-list" rows=rows %}{% govuk "task-list" id_prefix="tasks" items=tasks %}
{% govukblock "inset-text" %}<p>Held as received.</p>{% endgovukblock %}
{% govukblock "details" summary_text="What this means" %}<p>Words.</p>{% endgovukblock %}
{% govuk "warning-text" text="This cannot be undone." icon_fallback_text="Warning" %}
{% govuk "panel" title_text="Published" text="Reference 12" %}
{% govuk "table" caption="Days" head=head rows=cells %}
{% endblock %}"""


def everything(request: HttpRequest) -> HttpResponse:
    form = Everything(request.POST, request.FILES) if request.method == "POST" else Everything()
    return _page(request, FORM_PAGE, form=form, back_url="/")


def found(request: HttpRequest) -> HttpResponse:
    narrowed = Filter(request.GET)
    page = Paginator(range(1, 301), 10).get_page(request.GET.get("page"))
    messages.success(request, "The report was added.")
    crumbs = [{"text": "Start", "href": "/"}, {"text": "Found", "href": "/found/"}]
    return _page(
        request,
        LIST_PAGE,
        filter=narrowed,
        chips=chips(narrowed),
        page=page,
        day=datetime.date(2021, 9, 9),
        breadcrumbs=crumbs,
    )


def shown(request: HttpRequest) -> HttpResponse:
    change = {"items": [{"href": "#", "text": "Change", "visually_hidden_text": "title"}]}
    return _page(
        request,
        SHOW_PAGE,
        form=Everything(),
        picture=static("design/favicon.svg"),
        day=datetime.date(2021, 9, 9),
        moment=datetime.datetime(2021, 9, 9, 16, 30, tzinfo=datetime.UTC),
        rows=[{"key": {"text": "Title"}, "value": {"text": "A < B"}, "actions": change}],
        tasks=[{"title": {"text": "Explain 1"}, "href": "#", "status": {"text": "Completed"}}],
        head=[{"text": "Unit"}, {"text": "Days", "format": "numeric"}],
        cells=[[{"text": "North"}, {"text": "56", "format": "numeric"}]],
    )


WORKING_PAGE = """{% extends "design/two_thirds.html" %}
{% block title %}Reading{% endblock %}
{% block head %}<noscript><meta http-equiv="refresh" content="5"></noscript>{% endblock %}
{% block content %}<h1 class="govuk-heading-l">{{ heading }}</h1>
<div class="app-progress" role="status" data-app-progress="{{ fragment }}">Page 1 of 3 read</div>
{% endblock %}"""


def working(request: HttpRequest) -> HttpResponse:
    """Work that is done at the third look; or, asked so, work that nobody may look at any more."""
    looks = int(request.COOKIES.get("looks", "0"))
    heading = "You are signed out" if looks else "Reading"
    fragment = "/refused/" if "refused" in request.GET else "/progress/"
    return _page(request, WORKING_PAGE, heading=heading, fragment=fragment)


def progress(request: HttpRequest) -> HttpResponse:
    looks = int(request.COOKIES.get("looks", "0")) + 1
    done = looks > 1
    words = "<p>All 3 pages were read</p>" if done else f"<p>Page {looks + 1} of 3 read</p>"
    answer = HttpResponse(words, status=200 if done else 202)
    answer.set_cookie("looks", str(looks))
    return answer


def refused(request: HttpRequest) -> HttpResponse:
    answer = HttpResponse(status=403)
    answer.set_cookie("looks", "1")
    return answer


def navigation(request: HttpRequest) -> list[tuple[str, str, bool]]:
    return [("Form", "/", request.path == "/"), ("Found", "/found/", request.path == "/found/")]


def footer(request: HttpRequest) -> list[tuple[str, str, bool]]:
    return [("Accessibility statement", "/accessibility/", False), ("Privacy", "/privacy/", False)]


def _page(request: HttpRequest, source: str, **context: Any) -> HttpResponse:
    return HttpResponse(engines["django"].from_string(source).render(context, request))


urlpatterns = [
    path("", everything),
    path("found/", found),
    path("shown/", shown),
    path("working/", working),
    path("progress/", progress),
    path("refused/", refused),
]
