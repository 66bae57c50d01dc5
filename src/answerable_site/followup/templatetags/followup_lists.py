"""Rows of long tables, formatted in one step: a template loop takes longer than all the rest; and
what stands above every list, made once."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from answerable_site.followup.presenters import ListedAction, ListedCommitment, ShownException
    from answerable_site.followup.presenters.listing import ShownDates

register = template.Library()

_CELL = 'class="govuk-table__cell govuk-!-font-size-16"'


@register.simple_tag
@functools.cache
def ways(here: str) -> SafeString:
    """The ways to look at follow-up, the same for everybody.

    Args:
        here: the one that is looked at.
    """
    return render_to_string("followup/parts/ways.html", {"here": here})


@register.simple_tag
def commitment_rows(
    commitments: Iterable[ListedCommitment],
    tick: bool = False,  # noqa: FBT001, FBT002
) -> SafeString:
    """Rows of a table of commitments.

    Args:
        tick: whether each can be chosen.
    """
    return _together(_of_commitment(one, tick) for one in commitments)


@register.simple_tag
def exception_list(exceptions: Iterable[ShownException]) -> SafeString:
    """A list of exceptions, each with why."""
    return _together(
        ('<ul class="app-results">\n', *(_of_exception(one) for one in exceptions), "</ul>")
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
    return _together(_of_action(one, tick) for one in actions)


def _of_commitment(
    one: ListedCommitment,
    tick: bool,  # noqa: FBT001
) -> str:
    return _row(
        box=_tick(one.id, one.organisation, one.summary) if tick else "",
        link=_link(one.href, one.summary),
        beneath=_lines(f"{one.organisation}. Owner: {one.owner}", f"{one.heading}, {one.report}"),
        dates=one.dates,
        paused=one.paused,
        cells=(escape(one.own_view), escape(one.assurance), escape(one.inspectorate)),
    )


def _of_action(
    one: ListedAction,
    tick: bool,  # noqa: FBT001
) -> str:
    return _row(
        box=_tick(one.id, one.organisation, one.title) if tick else "",
        link=_link(one.href, one.title),
        beneath=escape(one.organisation),
        dates=one.dates,
        paused="",
        cells=(_lines(one.state, one.rating), escape(one.owner)),
    )


def _row(
    *, box: str, link: str, beneath: str, dates: ShownDates, paused: str, cells: Iterable[str]
) -> str:
    """A row of HTML, of which all but the dates and `paused` is HTML already."""
    now = _lines(dates.now or "The same", dates.moved, dates.whose)
    pause = f"<br>{escape(paused)}" if paused else ""
    colour = f'class="govuk-tag govuk-tag--{escape(dates.colour)}"'
    return f"""<tr class="govuk-table__row">{box}
<th scope="row" class="govuk-table__header govuk-!-font-size-16">{link}<br>\
<span class="govuk-!-font-weight-regular">{beneath}</span></th>
<td {_CELL}>{escape(dates.original)}</td>
<td {_CELL}>{now}</td>
<td {_CELL}><strong {colour}>{escape(dates.timeliness)}</strong>{pause}</td>
{"".join(f"<td {_CELL}>{cell}</td>" for cell in cells)}
</tr>
"""


def _tick(number: int, organisation: str, words: str) -> str:
    return f"""<td class="govuk-table__cell"><div class="govuk-checkboxes govuk-checkboxes--small">\
<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="row-{number}" \
name="row" type="checkbox" value="{number}">\
<label class="govuk-label govuk-checkboxes__label" for="row-{number}">\
<span class="govuk-visually-hidden">Choose {escape(organisation)}, {escape(words)}</span>\
</label></div></div></td>"""


def _of_exception(shown: ShownException) -> str:
    one = shown.commitment
    dates = one.dates
    whys = "".join(f"<li>{escape(why)}</li>" for why in shown.whys)
    facts = (
        f"Original date: {dates.original}",
        f"Date now: {dates.now}, {dates.moved}" if dates.moved else "Date now: the same",
        f"Owner: {one.owner}",
        f"{one.heading}, {one.report}",
        one.paused,
    )
    told = "".join(f"<li>{escape(fact)}</li>" for fact in facts if fact)
    link = _link(one.href, f"{one.organisation}: {one.summary}")
    return f"""<li class="app-results__item">
<h2 class="govuk-heading-s app-results__heading">{link}</h2>
<ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-2">{whys}</ul>
<ul class="app-results__facts">{told}</ul>
</li>
"""


def _link(href: str, text: str) -> str:
    return f'<a class="govuk-link" href="{escape(href)}">{escape(text)}</a>'


def _lines(*lines: str) -> str:
    return "<br>".join(escape(line) for line in lines if line)


def _together(parts: Iterable[str]) -> SafeString:
    """Every text in the parts was escaped by `html.escape` itself: Django’s asks of every word
    whether it is to be translated later, which took most of the time of a table."""
    return mark_safe("".join(parts))  # noqa: S308
