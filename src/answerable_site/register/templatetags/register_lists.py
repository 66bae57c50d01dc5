"""Items of long lists, formatted in one step: a template loop takes longer than all the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

if TYPE_CHECKING:
    from answerable_site.register.presenters import ListedRecommendation

register = template.Library()

_ITEM = """<li class="app-results__item">
<h{} class="app-results__heading"><a class="govuk-link" href="{}">{}</a></h{}>
<p class="app-results__text">{}</p>
<ul class="app-results__facts">{}<li>{}</li><li>{}</li>{}</ul>
</li>
"""
_REPORT = '<li><a class="govuk-link" href="{}">{}</a></li><li>Published {}</li>'


@register.simple_tag
def recommendation_list(
    items: Iterable[ListedRecommendation],
    level: int,
    with_report: bool = False,  # noqa: FBT001, FBT002
) -> SafeString:
    """A result list of recommendations.

    Args:
        items: what to show.
        level: of their headings.
        with_report: whether each names its report, or the page does.
    """
    return format_html(
        '<ul class="app-results">\n{}</ul>',
        format_html_join("", _ITEM, (_parts(item, level, with_report) for item in items)),
    )


def _parts(
    item: ListedRecommendation,
    level: int,
    with_report: bool,  # noqa: FBT001
) -> tuple[object, ...]:
    report = answer = ""
    if with_report:
        report = format_html(_REPORT, item.inspection_href, item.inspection, item.published)
        answer = format_html("<li>{}</li>", item.answer)
    return (
        level,
        item.href,
        item.heading,
        level,
        item.text,
        report,
        item.addressees,
        item.deadline,
        answer,
    )
