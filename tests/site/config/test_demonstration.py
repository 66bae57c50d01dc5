from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from answerable_site.audit import queries as audit
from answerable_site.config.demonstration.loading import load
from answerable_site.people.models import Organisation, User
from answerable_site.people.queries import logo_at, tenure_on, viewer_for
from answerable_site.publication.models import PublicResponse
from answerable_site.register import queries as register
from answerable_site.responses import queries as responses

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def officer():
    today = timezone.localdate()
    load(today=today, say=lambda _message: None)
    return viewer_for(User.objects.get(full_name="Mirren Tallowby"), on=today)


class TestLoad:
    def test_shows_every_state_of_a_clock(self, officer):
        dues = responses.due_for(officer, on=timezone.localdate())
        answered = [due for due in dues if due.answered_on]
        assert sorted(due.days_late > 0 for due in answered) == [False, True]
        assert any(due.is_overdue for due in dues)
        assert any(due.days_left is not None and 0 <= due.days_left < 7 for due in dues)

    def test_leaves_a_document_that_was_read_for_the_visitor_to_confirm(self, officer):
        waiting = register.unfinished_documents(officer).get()
        assert register.reading_to_confirm(waiting) is not None

    def test_publishes_answers_that_two_people_let_out(self, officer):
        for response in PublicResponse.objects.all():
            assert response.published_by.full_name == "Petra Quillmoor"
            assert response.published_at - timedelta(days=100) < timezone.now()

    def test_leaves_a_whole_chain_of_audit_entries(self, officer):
        assert audit.verify().faults == ()

    def test_gives_the_office_a_look_and_a_holder(self, officer):
        body = Organisation.objects.get(slug="wexmoor")
        assert (body.body_type, body.colour) == ("commissioner", "#1f4f46")
        assert body.email.endswith(".example")
        assert logo_at("wexmoor") is not None
        assert tenure_on(body, timezone.localdate()).holder_name == "Oswin Harkle"
