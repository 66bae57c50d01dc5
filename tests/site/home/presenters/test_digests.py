from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from answerable.statute import SECTION_55, clock_for
from answerable_site.home.presenters import digest_email
from answerable_site.home.queries import PersonalDigest
from answerable_site.home.rules import Act, Waiting
from answerable_site.people.models import Organisation, User
from answerable_site.responses.rules.states import Due, ResponseState
from answerable_site.scrutiny.models import Meeting, Question

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
    on=LAST_DAY,
    state=ResponseState.PREPARED,
    answered_on=None,
)


def waiting(act: Act = Act.SIGN, days_left: int = 3, **facts) -> Waiting:
    due = replace(DUE, on=LAST_DAY - timedelta(days=days_left), **facts)
    return Waiting(act, due, by=LAST_DAY, entry_id=9)


def email(*reminders: Waiting):
    digest = PersonalDigest(User(), LAST_DAY, reminders or (waiting(),))
    return digest_email(digest, site=SITE)


class TestSubject:
    @pytest.mark.parametrize(
        ("days_left", "says"),
        [
            (28, "28 days left: "),
            (1, "1 day left: "),
            (0, "Today is the last day: "),
            (-1, "Overdue by 1 day: "),
            (-12, "Overdue by 12 days: "),
        ],
    )
    def test_says_how_urgent_it_is(self, days_left, says):
        assert email(waiting(days_left=days_left)).subject.startswith(says)

    def test_says_the_most_urgent_and_how_many_more(self):
        found = email(waiting(days_left=-2), waiting(Act.COMMENT, days_left=3))
        assert found.subject == (
            "Overdue by 2 days: sign the response to “Lost property in custody suites”, and 1 more"
        )

    def test_calls_nothing_overdue_that_was_answered_and_withdrawn(self):
        found = email(waiting(Act.DRAFT, days_left=-9, answered_on=date(2026, 5, 11)))
        assert found.subject.startswith("Withdrawn: finish the response to ")
        assert "Overdue" not in found.text
        assert "\nNothing that was published stands. Last lawful day: " in found.text

    def test_shortens_a_long_title_between_words(self):
        subject = email(waiting(inspection_title="word " * 80)).subject
        assert len(subject) < 110
        assert "word …”" in subject

    @pytest.mark.parametrize("title", ["A\r\nBcc: x@example.org", "A\nB", "A\u2028B\x00"])
    def test_is_one_line_whatever_the_title(self, title):
        subject = email(waiting(inspection_title=title)).subject
        assert subject.splitlines() == [subject]


class TestText:
    def test_explains_the_date_in_one_line(self):
        assert (
            "\nLast lawful day: Tuesday 26 May 2026. The report was published on 1 April 2026, "
            "which is day 1 of 56 calendar days (section 55(5A) of the Police Act 1996).\n"
        ) in email().text

    def test_explains_the_date_that_the_chief_officer_was_given(self):
        one = replace(waiting(Act.COMMENT), invited_on=date(2026, 4, 20))
        assert (
            "\nComments are wanted by Tuesday 26 May 2026: the date that the body gave in its "
            "invitation of 20 April 2026.\n"
        ) in email(one).text

    @pytest.mark.parametrize(
        ("act", "path"),
        [
            (Act.BEGIN, "/responses/7/wexmoor/"),
            (Act.DRAFT, "/responses/7/wexmoor/"),
            (Act.APPROVE, "/responses/7/wexmoor/approve/"),
            (Act.SIGN, "/responses/7/wexmoor/sign/"),
            (Act.PUBLISH, "/responses/7/wexmoor/publish/"),
            (Act.RELEASE, "/public/entries/9/release/"),
            (Act.COMMENT, "/responses/7/wexmoor/chief-officer/submit/"),
        ],
    )
    def test_leads_to_the_step(self, act, path):
        assert f"\n{SITE}{path}\n" in email(waiting(act)).text

    def test_names_every_thing(self):
        text = email(waiting(), waiting(inspection_title="Another report")).text
        assert text.startswith("2 things wait for you:\n")
        assert "“Another report”" in text
        assert text.count("For: Office for Policing in Wexmoor") == 2


class TestQuestions:
    def email(self, days_left: int):
        question = Question(
            pk=4,
            words="Why was the secret name kept?",
            meeting=Meeting(title="Autumn conference"),
            put_to=Organisation(name="Wexmoor Constabulary"),
            answer_due_on=LAST_DAY,
        )
        on = LAST_DAY - timedelta(days=days_left)
        return digest_email(PersonalDigest(User(), on, (), questions=(question,)), site=SITE)

    @pytest.mark.parametrize(
        ("days_left", "says"), [(3, "3 days left"), (0, "Due today"), (-1, "Late by 1 day")]
    )
    def test_say_by_when_and_where(self, days_left, says):
        found = self.email(days_left)
        assert found.subject == f"{says}: answer a question of “Autumn conference”"
        assert "An answer in writing is due by 26 May 2026." in found.text
        assert f"{SITE}/meetings/questions/4/answer/" in found.text

    def test_are_never_quoted(self):
        assert "secret name" not in self.email(3).text
