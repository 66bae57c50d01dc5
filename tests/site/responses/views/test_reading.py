from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from tests import factories
from tests import factories_responses as cases

from answerable_site.publication import operations as press
from answerable_site.responses import operations

LATER_STILL = datetime(2026, 5, 12, 9, tzinfo=UTC)


def page(found) -> str:
    return found.content.decode()


class TestHistory:
    def test_says_what_to_do_first_when_nothing_happened(self, signed_in, at):
        assert "Nothing has happened yet." in page(signed_in("officer").get(at("history")))

    def test_keeps_every_version_of_a_text_readable(self, case, signed_in, at):
        cases.complete(case)
        operations.write_own_comments(
            by=case.viewer("officer"), at=LATER_STILL, text="Newer.", version=1, **case.about
        )
        shown = page(signed_in("officer").get(at("history")))
        assert "We welcome this report." in shown
        assert shown.index("Own comments, version 2") < shown.index("Own comments, version 1")

    def test_says_what_made_a_signature_void(self, case, signed_in, at):
        cases.signed(case)
        operations.write_reply(
            by=case.viewer("officer"), at=LATER_STILL, text="Thank you.", version=0, **case.about
        )
        shown = page(signed_in("holder").get(at("history")))
        assert "The reply to the chief officer was changed." in shown
        assert "Signed as Police and Crime Commissioner" in shown

    def test_shows_publication_and_withdrawal(self, case, signed_in, at):
        published = cases.published(case)
        press.withdraw_response(
            by=case.viewer("publisher"), at=LATER_STILL, response=published, reason="A slip."
        )
        shown = page(signed_in("officer").get(at("history")))
        assert "Published as version 1" in shown
        assert "Version 1 withdrawn" in shown
        assert "A slip." in shown

    def test_is_not_found_by_another_office(self, case, at):
        client = Client()
        client.force_login(factories.office("Thornley").officer)
        assert client.get(at("history")).status_code == 404


class TestDocument:
    @pytest.mark.parametrize("role", ["officer", "holder", "publisher", "chief"])
    def test_is_a_draft_and_says_so_to_all_who_take_part(self, case, signed_in, at, role):
        cases.complete(case)
        assert "Draft: not signed and not published." in page(signed_in(role).get(at("document")))

    def test_is_closed_to_administrators(self, case, signed_in, at):
        assert signed_in("administrator").get(at("document")).status_code == 403
