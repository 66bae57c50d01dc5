"""Rows of long tables, formatted in one step: a template loop takes longer than all the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

if TYPE_CHECKING:
    from answerable_site.followup.presenters import ListedAction, ListedCommitment, ShownException
    from answerable_site.followup.presenters.listing import ShownDates

register = template.Library()

_CLASS = 'class="govuk-table__cell govuk-!-font-size-16"'
_CELL = f"<td {_CLASS}>{{}}</td>"
_ROW = f"""<tr class="govuk-table__row">{{}}
<th scope="row" class="govuk-table__header govuk-!-font-size-16"><a class="govuk-link" \
href="{{}}">{{}}</a><br><span class="govuk-!-font-weight-regular">{{}}</span></th>
<td {_CLASS}>{{}}</td>
<td {_CLASS}>{{}}</td>
<td {_CLASS}><strong class="govuk-tag govuk-tag--{{}}">{{}}</strong>{{}}</td>
{{}}
</tr>
"""
_TICK = """<td class="govuk-table__cell"><div class="govuk-checkboxes govuk-checkboxes--small">\
<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="row-{}" name="row" \
type="checkbox" value="{}"><label class="govuk-label govuk-checkboxes__label" for="row-{}">\
<span class="govuk-visually-hidden">Choose {}, {}</span></label></div></div></td>"""
_EXCEPTION = """<li class="app-results__item">
<h2 class="govuk-heading-s app-results__heading"><a class="govuk-link" href="{}">{}: {}</a></h2>
<ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-2">{}</ul>
<ul class="app-results__facts">{}</ul>
</li>
"""
_BREAK = SafeString("<br>")


@register.simple_tag
def commitment_rows(
    commitments: Iterable[ListedCommitment],
    tick: bool = False,  # noqa: FBT001, FBT002
) -> SafeString:
    """Rows of a table of commitments.

    Args:
        tick: whether each can be chosen.
    """
    return format_html_join("", _ROW, (_of_commitment(one, tick) for one in commitments))


@register.simple_tag
def exception_list(exceptions: Iterable[ShownException]) -> SafeString:
    """A list of exceptions, each with why."""
    return format_html(
        '<ul class="app-results">\n{}</ul>',
        format_html_join("", _EXCEPTION, (_of_exception(one) for one in exceptions)),
    )


@register.simple_tag
def action_rows(
    actions: Iterable[ListedAction],
    tick: bool = False,  # noqa: FBT001, FBT002
) -> SafeString:
    """Rows of a table of actions.

    Args:
        tick: whether each can be chosen.
    """
    return format_html_join("", _ROW, (_of_action(one, tick) for one in actions))


def _of_commitment(
    one: ListedCommitment,
    tick: bool,  # noqa: FBT001
) -> tuple[object, ...]:
    box = format_html(_TICK, one.id, one.id, one.id, one.organisation, one.summary) if tick else ""
    states = ((one.own_view,), (one.assurance,), (one.inspectorate,))
    return (
        box,
        one.href,
        one.summary,
        _lines(f"{one.organisation}. Owner: {one.owner}", f"{one.heading}, {one.report}"),
        *_of_dates(one.dates, one.paused),
        format_html_join("", _CELL, states),
    )


def _of_exception(shown: ShownException) -> tuple[object, ...]:
    one = shown.commitment
    dates = one.dates
    facts = (
        f"Original date: {dates.original}",
        f"Date now: {dates.now}, {dates.moved}" if dates.moved else "Date now: the same",
        f"Owner: {one.owner}",
        f"{one.heading}, {one.report}",
        one.paused,
    )
    return (
        one.href,
        one.organisation,
        one.summary,
        format_html_join("", "<li>{}</li>", ((why,) for why in shown.whys)),
        format_html_join("", "<li>{}</li>", ((fact,) for fact in facts if fact)),
    )


def _of_action(
    one: ListedAction,
    tick: bool,  # noqa: FBT001
) -> tuple[object, ...]:
    box = format_html(_TICK, one.id, one.id, one.id, one.organisation, one.title) if tick else ""
    state = _lines(one.state, one.rating)
    return (
        box,
        one.href,
        one.title,
        one.organisation,
        *_of_dates(one.dates, ""),
        format_html_join("", _CELL, ((state,), (one.owner,))),
    )


def _of_dates(dates: ShownDates, paused: str) -> tuple[object, ...]:
    return (
        dates.original,
        _lines(dates.now or "The same", dates.moved, dates.whose),
        dates.colour,
        dates.timeliness,
        format_html("<br>{}", paused) if paused else "",
    )


def _lines(*lines: str) -> SafeString:
    return format_html_join(_BREAK, "{}", ((line,) for line in lines if line))
