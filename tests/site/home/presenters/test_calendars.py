from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from answerable.statute import SECTION_55, clock_for
from answerable_site.home.presenters import calendar_file
from answerable_site.home.rules import CalendarDate, DateKind
from answerable_site.responses.rules.states import Due, ResponseState

SITE = "https://answers.example.org"
LAST_DAY = date(2026, 5, 26)
DUE = Due(
    inspection_id=7,
    inspection_title="Lost property in custody suites",
    published_on=date(2026, 4, 1),
    body_id=2,
    body_name="Office for Policing in Wexmoor",
    body_slug="wexmoor",
    clock=clock_for(date(2026, 4, 1), SECTION_55),
    why_no_clock="",
    on=date(2026, 5, 1),
    state=ResponseState.DRAFTING,
    answered_on=None,
)
DATE = CalendarDate(
    kind=DateKind.LAST_LAWFUL_DAY,
    due=DUE,
    day=LAST_DAY,
    revision=0,
    changed_at=datetime(2026, 4, 20, 10, tzinfo=UTC),
)
HOSTILE = "Bags, boxes; and \\n a “list”\r\nBEGIN:VEVENT\r\nSUMMARY:Forged\x07\x00" + "ü" * 80


def written(*dates: CalendarDate) -> bytes:
    return calendar_file(dates or (DATE,), name="Last lawful days", site=SITE)


def titled(title: str) -> CalendarDate:
    return replace(DATE, due=replace(DUE, inspection_title=title))


def event(content: bytes):
    (found,) = Calendar.from_ical(content).walk("VEVENT")
    return found


def content_lines(content: bytes) -> list[str]:
    """The lines of a calendar, unfolded by hand (RFC 5545, section 3.1)."""
    return content.decode().replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")


class TestEvent:
    def test_lasts_the_whole_day(self):
        lines = content_lines(written())
        assert "DTSTART;VALUE=DATE:20260526" in lines
        assert "DTEND;VALUE=DATE:20260527" in lines

    def test_says_what_the_day_is_and_how_it_came_about(self):
        found = event(written())
        assert found["SUMMARY"] == "Last lawful day: Lost property in custody suites"
        for sentence in DUE.clock.working:
            assert sentence in found["DESCRIPTION"].split("\n")
        assert found["URL"] == f"{SITE}/responses/7/wexmoor/"

    def test_says_whose_date_the_chief_officer_keeps(self):
        found = event(
            written(
                replace(DATE, kind=DateKind.COMMENTS_WANTED, invited_on=date(2026, 4, 20)),
            )
        )
        assert found["SUMMARY"].startswith("Chief officer’s comments wanted: ")
        assert (
            "Office for Policing in Wexmoor gave this date when it invited the chief officer on "
            "20 April 2026."
        ) in found["DESCRIPTION"]

    def test_warns_at_nine_on_three_days_before(self):
        alarms = event(written()).walk("VALARM")
        midnight = datetime(2026, 5, 26)  # noqa: DTZ001  # floating, as in the calendar
        assert [midnight + alarm["TRIGGER"].dt for alarm in alarms] == [
            datetime(2026, 5, day, 9)  # noqa: DTZ001
            for day in (12, 19, 25)
        ]
        assert {str(alarm["ACTION"]) for alarm in alarms} == {"DISPLAY"}
        assert all(alarm["DESCRIPTION"] for alarm in alarms)

    def test_keeps_its_identifier_when_its_date_moves_and_counts_up(self):
        before = event(written())
        moved = replace(DATE, day=LAST_DAY + timedelta(days=1), revision=1)
        after = event(written(moved))
        assert after["UID"] == before["UID"]
        assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
        assert after["DTSTART"].dt > before["DTSTART"].dt

    @pytest.mark.parametrize(
        "other",
        [
            replace(DATE, due=replace(DUE, body_id=3)),
            replace(DATE, due=replace(DUE, inspection_id=8)),
            replace(DATE, kind=DateKind.COMMENTS_WANTED, invited_on=date(2026, 4, 20)),
        ],
        ids=["body", "inspection", "kind"],
    )
    def test_has_another_identifier_for_another(self, other):
        assert event(written(other))["UID"] != event(written())["UID"]

    def test_is_stamped_with_the_last_change(self):
        lines = content_lines(written())
        assert "DTSTAMP:20260420T100000Z" in lines
        assert "LAST-MODIFIED:20260420T100000Z" in lines


class TestCalendar:
    def test_is_the_same_whenever_it_is_fetched(self):
        later = replace(DATE, due=replace(DUE, on=date(2026, 5, 20)))
        assert written(later) == written()

    def test_has_what_the_standard_asks_for(self):
        lines = content_lines(written())
        assert lines[0] == "BEGIN:VCALENDAR"
        assert lines[-2:] == ["END:VCALENDAR", ""]
        assert "VERSION:2.0" in lines
        assert any(line.startswith("PRODID:") for line in lines)

    def test_may_hold_nothing(self):
        content = calendar_file((), name="Empty", site=SITE)
        assert Calendar.from_ical(content).walk("VEVENT") == []

    def test_ends_every_line_as_the_standard_says_and_folds_long_ones(self):
        content = written(titled(HOSTILE))
        assert not re.search(rb"(?<!\r)\n|\r(?!\n)", content)
        assert max(len(line) for line in content.split(b"\r\n")) <= 75

    def test_lets_no_title_add_a_property(self):
        content = written(titled(HOSTILE))
        assert content.count(b"BEGIN:VEVENT\r\n") == 1
        assert not re.search(rb"^SUMMARY:Forged", content, flags=re.MULTILINE)

    def test_escapes_what_has_a_meaning_of_its_own(self):
        (line,) = (
            line
            for line in content_lines(written(titled("Bags, boxes; and \\n")))
            if line.startswith("SUMMARY:")
        )
        assert line == r"SUMMARY:Last lawful day: Bags\, boxes\; and \\n"

    @given(st.text(max_size=200))
    def test_reads_back_as_it_was_meant_whatever_the_title(self, title):
        found = event(written(titled(title)))
        shown = "".join(c if c.isprintable() else " " for c in f"Last lawful day: {title}")
        assert found["SUMMARY"] == " ".join(shown.split())
        assert found["DTSTART"].dt == LAST_DAY
