"""Calendars as calendar programs fetch them (RFC 5545), and the addresses of one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.urls import reverse

from answerable.statute import days_in_words
from answerable_site.design.dates import date_in_words
from answerable_site.home.rules import CalendarDate, DateKind

if TYPE_CHECKING:
    from icalendar import Alarm, Event

    from answerable_site.home.models import CalendarAddress

ALARM_DAYS = (14, 7, 1)
ALARM_HOUR = 9
"""Alarms sound at this hour of the day, wherever the calendar is read."""
FETCH_EVERY = timedelta(hours=6)
_SUMMARIES = {
    DateKind.LAST_LAWFUL_DAY: "Last lawful day",
    DateKind.COMMENTS_WANTED: "Chief officer’s comments wanted",
}


@dataclass(frozen=True, slots=True)
class ShownAddress:
    """One of a person's secret addresses in the list; the secret itself is kept nowhere."""

    id: int
    shows: str
    made: str
    fetched: str


def shown_address(address: CalendarAddress) -> ShownAddress:
    """An address that stands."""
    on = address.last_fetched_on
    return ShownAddress(
        id=address.pk,
        shows=address.body.name if address.body else "All bodies that I work for",
        made=date_in_words(address.made_at),
        fetched=f"Last fetched on {date_in_words(on)}" if on else "Not fetched yet",
    )


def calendar_address(secret: str, *, site: str) -> str:
    """The address to copy into a calendar program."""
    return f"{site}{reverse('home:calendar', args=[secret])}"


def calendar_file(dates: Sequence[CalendarDate], *, name: str, site: str) -> bytes:
    """The calendar: one all-day event for each date, in UTF-8.

    Args:
        dates: what it shows.
        name: what calendar programs call it.
        site: the public address of the site, without a slash at its end.
    """
    from icalendar import Calendar
    from icalendar.prop import vDuration

    calendar = Calendar()
    calendar.add("prodid", "-//Answerable//Last lawful days//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # RFC 7986, and what programs read that came before it.
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", vDuration(FETCH_EVERY), {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(FETCH_EVERY))
    for one in dates:
        calendar.add_component(_event(one, site))
    content: bytes = calendar.to_ical()
    return content


def _event(one: CalendarDate, site: str) -> Event:
    from icalendar import Event

    due = one.due
    address = f"{site}{reverse('responses:response', args=[due.inspection_id, due.body_slug])}"
    event = Event()
    event.add("uid", f"{one.kind}-{due.inspection_id}-{due.body_id}@{urlsplit(site).hostname}")
    event.add("sequence", one.revision)
    changed = one.changed_at.astimezone(UTC)
    # In a calendar that nobody sends, the stamp is the moment of the last change (RFC 5545, 3.8.7).
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", _summary(one))
    event.add("description", "\n".join((*_lines(one), address)))
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    event.add("class", "CONFIDENTIAL")
    for days in ALARM_DAYS:
        event.add_component(_alarm(one, days))
    return event


def _alarm(one: CalendarDate, days: int) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(days=-days, hours=ALARM_HOUR))
    alarm.add("description", f"{days_in_words(days)} left. {_summary(one)}")
    return alarm


def _summary(one: CalendarDate) -> str:
    return _plain(f"{_SUMMARIES[one.kind]}: {one.due.inspection_title}")


def _lines(one: CalendarDate) -> tuple[str, ...]:
    due = one.due
    return tuple(_plain(line) for line in (due.inspection_title, due.body_name, *_working(one)))


def _working(one: CalendarDate) -> tuple[str, ...]:
    """How the date came about, a sentence each."""
    if one.invited_on:
        invited = f"when it invited the chief officer on {date_in_words(one.invited_on)}."
        return (f"{one.due.body_name} gave this date {invited}",)
    return one.due.clock.working if one.due.clock else ()


def _plain(text: str) -> str:
    """One line without control characters, which no calendar may hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
