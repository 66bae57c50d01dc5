"""Template tags: components, forms, dates, pages of a list. `{% load govuk %}`."""

from __future__ import annotations

import datetime
import json
from typing import Any

from django import template
from django.core.paginator import Page
from django.core.serializers.json import DjangoJSONEncoder
from django.forms import BaseForm
from django.http import QueryDict
from django.middleware.csrf import get_token
from django.utils.html import format_html
from django.utils.safestring import SafeString

from answerable.languages import ENGLISH, say, spoken, welsh
from answerable_site.design import components, dates
from answerable_site.design.forms import KeptQuestions, problems

register = template.Library()


@register.simple_tag
def govuk(name: str, /, **params: Any) -> SafeString:
    """A component: `{% govuk "button" text="Continue" %}`.

    Options may be nested with two underscores: `label__text="Name"`.
    """
    return components.render_component(name, _nested(params))


@register.simple_block_tag
def govukblock(content: SafeString, name: str, /, **params: Any) -> SafeString:
    """A component that holds content: `{% govukblock "inset-text" %}…{% endgovukblock %}`."""
    return components.render_component(name, {**_nested(params), "html": content})


@register.simple_block_tag(takes_context=True)
def postform(
    context: template.Context,
    content: SafeString,
    form: BaseForm | None = None,
    action: str = "",
) -> SafeString:
    """A form that changes something: `{% postform form %}{{ form }}…{% endpostform %}`.

    Carries the token against forged requests and the encoding that the form's files need, and
    leaves checking to the server, whose messages say what to do.
    """
    return format_html(
        '<form method="post"{}{} novalidate>'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">{}</form>',
        format_html(' action="{}"', action) if action else "",
        SafeString(' enctype="multipart/form-data"' if form and form.is_multipart() else ""),
        get_token(context["request"]),
        content,
    )


@register.simple_block_tag
def openform(content: SafeString, action: str) -> SafeString:
    """A form for whoever has no account, which needs no cookie: what it sends is all that lets
    somebody act, so there is no token. Browsers keep nothing of what was typed."""
    return format_html(
        '<form method="post" action="{}" autocomplete="off" novalidate>{}</form>', action, content
    )


@register.simple_tag
def kept_questions(form: KeptQuestions, *left_out: str) -> SafeString:
    """The questions of a filter but some, by name: `{% kept_questions filters "q" %}`."""
    return form.questions(*left_out)


@register.simple_tag(takes_context=True)
def sign_out_item(context: template.Context, action: str) -> SafeString:
    """The last entry of the navigation: a form, for a mere link would sign out whoever a browser
    fetches it for. Nothing where nobody is signed in."""
    if not action:
        return SafeString("")
    return format_html(
        '<li class="govuk-service-navigation__item app-sign-out"><form method="post" action="{}">'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<button class="govuk-service-navigation__link app-sign-out__button">{}</button>'
        "</form></li>",
        action,
        get_token(context["request"]),
        say("Sign out"),
    )


@register.simple_tag(takes_context=True)
def problems_on_page(context: template.Context) -> list[problems.Problem]:
    """What is wrong with the `form`, `formset` or `forms` of the page, in their order."""
    sources = [context.get("form"), context.get("formset"), *(context.get("forms") or ())]
    return [problem for source in sources if source for problem in problems.problems_of(source)]


@register.simple_tag
def error_summary(found: list[problems.Problem]) -> SafeString:
    """The summary at the top of a page that could not be accepted."""
    return components.render_component(
        "error-summary",
        {
            "title_text": say("There is a problem"),
            "error_list": [
                {"text": problem.text, "href": problem.href or None} for problem in found
            ],
        },
    )


@register.simple_tag(takes_context=True)
def paginate(context: template.Context, page: Page[Any]) -> SafeString:
    """Links to the other pages of a list, keeping the filters. Nothing for a single page."""
    if not page.has_other_pages():
        return SafeString("")
    query: QueryDict = context["request"].GET.copy()

    def address(number: int) -> str:
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    return components.render_component(
        "pagination",
        {
            "items": [
                {"number": number, "href": address(number), "current": number == page.number}
                if isinstance(number, int)
                else {"ellipsis": True}
                for number in page.paginator.get_elided_page_range(
                    page.number, on_each_side=1, on_ends=1
                )
            ],
            "previous": {"href": address(page.previous_page_number())}
            if page.has_previous()
            else None,
            "next": {"href": address(page.next_page_number())} if page.has_next() else None,
        },
    )


@register.simple_tag
def uk_date(value: datetime.date | None) -> SafeString:
    """A date as in "9 September 2021", readable by machines too. Nothing for no date."""
    if value is None:
        return SafeString("")
    return format_html(
        '<time datetime="{}">{}</time>',
        dates.day_of(value).isoformat(),
        dates.date_in_words(value),
    )


@register.simple_tag
def uk_moment(value: datetime.datetime | None) -> SafeString:
    """A moment as in "9 September 2021 at 5:30pm". Nothing for no moment."""
    if value is None:
        return SafeString("")
    return format_html(
        '<time datetime="{}">{}</time>', value.isoformat(), dates.moment_in_words(value)
    )


@register.simple_tag
def language_of_page() -> str:
    """The code of the language, as `lang` takes it."""
    return spoken()


@register.simple_tag
def is_draft() -> bool:
    """Whether the page is in a language in which nobody who speaks it has read everything."""
    return spoken() != ENGLISH and welsh().has_drafts


@register.filter
def as_json(value: Any) -> str:
    """Data for a script, as the value of an attribute."""
    return json.dumps(value, cls=DjangoJSONEncoder)


def _nested(params: dict[str, Any]) -> dict[str, Any]:
    options: dict[str, Any] = {}
    for name, value in params.items():
        *parents, last = name.split("__")
        holder = options
        for parent in parents:
            holder = holder.setdefault(parent, {})
        holder[last] = value
    return options
