"""The pages of whoever answers: no cookie, nothing kept, no script needed, a way out on each."""

from __future__ import annotations

import logging

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.urls import reverse
from tests import factories_support

from answerable.surveys.help import SAFE_PLACE
from answerable_site.support import queries
from answerable_site.support.models import InvitationCode, Passage
from answerable_site.support.views.answering import WRONG_CODES

ADDRESS = "203.0.113.77"
BROWSER = "An Unusual Browser/7"
WORDS = "A telephone call before the letter came."


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-06-01T10:00:00+01:00", tick=False):
        yield


@pytest.fixture
def reader():
    """Somebody with a browser that refuses forged forms as the site does."""
    return Client(enforce_csrf_checks=True, REMOTE_ADDR=ADDRESS, headers={"user-agent": BROWSER})


def send(reader, code, **answers):
    return reader.post(
        reverse("support:answer"), {"code": code, "send": "yes", **answers}, follow=True
    )


def ask(reader, code):
    return reader.post(reverse("support:answer"), {"code": code})


class TestTheWay:
    def test_leads_from_the_code_to_thanks(self, office, reader):
        [code] = office.codes()
        assert "Enter your code" in reader.get(reverse("support:answer")).content.decode()
        questions = ask(reader, code.lower()).content.decode()
        assert "About how you were told" in questions
        assert office.service.entries.get().contact in questions
        assert "Thank you" in send(reader, code, as_wished="no", better=WORDS).content.decode()
        assert queries.answers_in(office.survey) == 1
        assert Passage.objects.get().words == WORDS

    def test_begins_with_the_questions_where_the_code_is_in_the_address(self, office, reader):
        [code] = office.codes()
        page = reader.get(reverse("support:answer_by_link", args=[code])).content.decode()
        assert "About how you were told" in page
        assert InvitationCode.objects.exists()

    def test_asks_for_a_code_again_where_it_is_not_good(self, office, reader):
        page = ask(reader, "K7PM-23XA-QRTC").content.decode()
        assert "There is a problem" in page
        assert "This code is not known" in page

    def test_takes_nothing_where_nothing_was_answered(self, office, reader):
        [code] = office.codes()
        page = send(reader, code, group_age="under_25").content.decode()
        assert "Nothing was answered" in page
        assert InvitationCode.objects.exists()

    def test_keeps_what_was_written_where_it_was_too_long(self, office, reader):
        [code] = office.codes()
        page = send(reader, code, better="x" * 2001).content.decode()
        assert "x" * 2001 in page
        assert InvitationCode.objects.exists()

    def test_lets_a_choice_be_taken_back_without_a_script(self, office, reader):
        [code] = office.codes()
        assert 'value="-"' in ask(reader, code).content.decode()
        send(reader, code, as_wished="-", in_time="late", group_age="-")
        told = queries.tallies_of(office.survey)
        assert sum(count for (of, *_), count in told.items() if of == "choice") == 1
        assert not [count for (of, *_), count in told.items() if of == "group" and count]

    def test_sends_the_code_with_the_answers(self, office, reader):
        [code] = office.codes()
        page = reader.get(reverse("support:answer_by_link", args=[code])).content.decode()
        assert f'name="code" value="{code.replace("-", "")}"' in page

    def test_asks_for_no_answer(self, office, reader):
        [code] = office.codes()
        assert "required" not in ask(reader, code).content.decode()


class TestEachPage:
    @pytest.fixture
    def pages(self, office, reader):
        [code, used] = office.codes(2)
        send(reader, used, as_wished="no")
        return [
            reader.get(reverse("support:answer")),
            ask(reader, code),
            ask(reader, used),
            reader.get(reverse("support:answer_by_link", args=[code])),
            reader.get(reverse("support:thanks")),
        ]

    def test_holds_no_cookie_and_leaves_no_session(self, pages, reader):
        assert not reader.cookies
        assert not [page for page in pages if page.cookies]
        assert not Session.objects.exists()

    def test_is_kept_by_no_cache_and_found_by_no_search(self, pages):
        for page in pages:
            assert page["Cache-Control"] == "no-store, private"
            assert page["X-Robots-Tag"] == "noindex"
            assert "default-src 'none'" in page["Content-Security-Policy"]

    def test_has_a_way_out_that_is_a_link(self, pages):
        for page in pages:
            assert f'href="{SAFE_PLACE}"' in page.content.decode()

    def test_says_nothing_to_a_stranger_in_its_title(self, pages):
        telling = ("victim", "rape", "police", "sexual", "assault", "crime", "survey")
        for page in pages:
            title = page.content.decode().partition("<title>")[2].partition("</title>")[0].lower()
            assert not [word for word in telling if word in title]

    def test_saves_nothing_on_the_device(self, pages):
        for page in pages:
            words = page.content.decode()
            assert "autosave" not in words
            assert words.count('<form method="post"') == words.count(
                'autocomplete="off" novalidate'
            )


class TestNothing:
    def test_of_who_was_there_is_in_the_database_or_a_log(self, office, reader, caplog):
        [code] = office.codes()
        with caplog.at_level(logging.DEBUG):
            reader.get(reverse("support:answer_by_link", args=[code]))
            send(reader, code, better=WORDS)
        said = " ".join(record.getMessage() for record in caplog.records)
        for mark in (ADDRESS, BROWSER, code, code.replace("-", ""), WORDS):
            if mark != WORDS:
                assert mark not in everything()
            assert mark not in said

    def test_of_a_place_is_counted_for_a_good_code(self, office, reader):
        [code] = office.codes()
        ask(reader, code)
        assert "wrong_code" not in everything()
        ask(reader, "K7PM-23XA-QRTC")
        held = everything()
        assert "wrong_code" in held
        assert ADDRESS not in held


class TestGuessing:
    def test_has_to_wait_after_some_wrong_codes_and_a_good_one_waits_with_it(self, office, reader):
        [code] = office.codes()
        most = int(WRONG_CODES.partition("/")[0])
        for _ in range(most):
            assert ask(reader, "K7PM-23XA-QRTC").status_code == 200
        assert ask(reader, "K7PM-23XA-QRTC").status_code == 429
        assert send(reader, code, as_wished="no").status_code == 429
        elsewhere = Client(REMOTE_ADDR="203.0.113.78")
        assert "Thank you" in send(elsewhere, code, as_wished="no").content.decode()


class TestAFormOfAnotherSite:
    def test_is_not_taken(self, office, reader):
        [code] = office.codes()
        given = {"code": code, "send": "yes", "as_wished": "no"}
        address = reverse("support:answer")
        refused = reader.post(address, given, headers={"origin": "https://elsewhere.example"})
        assert refused.status_code == 403
        assert InvitationCode.objects.exists()
        taken = reader.post(address, given, headers={"origin": "http://testserver"})
        assert taken.status_code == 302


def everything():
    """Every table as one text."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [str(value) for row in cursor.fetchall() for value in row]
    return "\n".join(found)


def test_a_second_office_has_codes_of_its_own(office):
    other = factories_support.listening("Sallowfen")
    [code] = other.codes()
    found = queries.survey_to_answer(code, on=factories_support.TODAY)
    assert found == other.survey
