from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests import factories
from tests import factories_dispatches as sending
from tests import factories_responses as cases

from answerable_site.audit.models import AuditEntry
from answerable_site.people.access import Refused
from answerable_site.publication import operations as press
from answerable_site.responses import operations
from answerable_site.responses.models import Dispatch, Invitation, Recipient
from answerable_site.responses.rules.words import Channel, DispatchState, Purpose

A_DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def public(case):
    return cases.published(case)


class TestSendCopy:
    def test_waits_for_the_task_and_names_the_version(self, case, public):
        dispatch = sending.on_its_way(case)
        assert (dispatch.state, dispatch.channel) == ("waiting", "from_here")
        assert dispatch.public_version_id == public.pk
        assert dispatch.sent_on is None

    def test_leaves_one_entry_without_a_word_of_the_letter(self, case, public):
        before = AuditEntry.objects.count()
        sending.on_its_way(case)
        entry = AuditEntry.objects.last()
        assert AuditEntry.objects.count() == before + 1
        assert entry.act == "responses.send_copy"
        assert "Inspectors" not in str(entry.details)

    def test_keeps_the_recipient_for_the_next_time(self, case, public):
        sending.on_its_way(case)
        kept = Recipient.objects.get(body=case.office.body)
        assert (kept.purpose, kept.email) == (Purpose.COPY_TO_INSPECTORS, sending.ADDRESS)

    @pytest.mark.parametrize("role", ["holder", "publisher", "chief", "administrator"])
    def test_is_refused_to_everybody_but_response_officers(self, case, public, role):
        with pytest.raises(Refused):
            operations.send_copy(
                by=case.viewer(role), at=cases.LATER, mail=sending.mail(case), **case.about
            )

    def test_is_refused_to_officers_of_another_body(self, case, public):
        stranger = factories.viewer(factories.office("Thornley").officer)
        with pytest.raises(Refused):
            operations.send_copy(by=stranger, at=cases.LATER, mail=sending.mail(case), **case.about)

    def test_is_refused_for_a_second_press_of_the_button(self, case, public):
        sending.on_its_way(case)
        with pytest.raises(operations.AlreadyOnItsWay):
            sending.on_its_way(case, cases.LATER + MINUTE)
        assert Dispatch.objects.count() == 1

    def test_is_refused_for_the_same_letter_once_it_was_sent(self, case, public):
        first = sending.on_its_way(case)
        Dispatch.objects.filter(pk=first.pk).update(state="sent", sent_on=cases.LATER.date())
        with pytest.raises(operations.AlreadySent):
            sending.on_its_way(case, cases.LATER + MINUTE)

    def test_goes_to_another_address_on_the_same_day(self, case, public):
        first = sending.on_its_way(case)
        Dispatch.objects.filter(pk=first.pk).update(state="sent", sent_on=cases.LATER.date())
        sending.on_its_way(case, cases.LATER + MINUTE, address="other@example.org")
        assert Dispatch.objects.count() == 2

    def test_can_be_tried_again_after_a_failure(self, case, public):
        first = sending.on_its_way(case)
        Dispatch.objects.filter(pk=first.pk).update(state="failed", failure="No server.")
        assert sending.on_its_way(case, cases.LATER + MINUTE).state == "waiting"

    @pytest.mark.parametrize(
        ("message_id", "says"), [("", "never sent"), ("<a@b>", "not known whether")]
    )
    def test_takes_the_place_of_one_of_which_nothing_is_heard(self, case, public, message_id, says):
        first = sending.on_its_way(case)
        Dispatch.objects.filter(pk=first.pk).update(message_id=message_id)
        sending.on_its_way(case, cases.LATER + timedelta(minutes=16))
        first.refresh_from_db()
        assert first.state == "failed"
        assert says in first.failure

    def test_is_refused_for_a_version_withdrawn_since_it_was_shown(self, case, public):
        shown = sending.mail(case)
        press.withdraw_response(
            by=case.viewer("publisher"), at=cases.LATER, response=public, reason="Wrong figures."
        )
        with pytest.raises(operations.NothingPublic):
            operations.send_copy(
                by=case.viewer("officer"), at=cases.LATER, mail=shown, **case.about
            )


class TestRecordDispatch:
    def test_counts_as_sent_with_its_proof(self, case, public):
        dispatch = sending.recorded(case)
        assert (dispatch.state, dispatch.sent_on) == ("sent", date(2026, 5, 11))
        assert dispatch.proof == "Recorded delivery 12."

    def test_keeps_a_file_byte_for_byte(self, case, public):
        from django.core.files.storage import default_storage

        receipt = operations.ReceivedFile("../../receipt.pdf", b"%PDF-1.7 receipt")
        kept = sending.recorded(case, proof="", file=receipt).file
        with default_storage.open(kept.stored_as) as stored:
            assert stored.read() == b"%PDF-1.7 receipt"
        assert kept.media_type == "application/pdf"
        assert kept.stored_as.startswith("proof/")
        assert "receipt" not in kept.stored_as

    def test_keeps_what_nobody_can_read(self, case, public):
        picture = operations.ReceivedFile("a.png", b"\x89PNG\r\n\x1a\n0000")
        kept = sending.recorded(case, file=picture).file
        assert kept.media_type == "application/octet-stream"

    def test_refuses_a_file_over_the_limit(self, case, public):
        large = operations.ReceivedFile("a.txt", b"a" * (20 * 1024 * 1024 + 1))
        with pytest.raises(operations.FileTooLarge):
            sending.recorded(case, file=large)
        assert not Dispatch.objects.exists()

    @pytest.mark.parametrize("proof", ["", "  \n"])
    def test_is_refused_without_any_proof(self, case, public, proof):
        with pytest.raises(operations.ProofMissing):
            sending.recorded(case, proof=proof)

    def test_allows_the_day_of_publication_and_today(self, case, public):
        sending.recorded(case, sent_on=public.published_on)
        sending.recorded(case, cases.LATER + A_DAY, sent_on=public.published_on + A_DAY)
        assert Dispatch.objects.count() == 2

    @pytest.mark.parametrize("away", [-A_DAY, A_DAY])
    def test_is_refused_the_day_before_publication_and_tomorrow(self, case, public, away):
        with pytest.raises(operations.DatesOutOfOrder):
            sending.recorded(case, sent_on=public.published_on + away)

    def test_counts_days_in_london(self, case, public):
        """At half past midnight in June it is still yesterday in UTC."""
        late = cases.LATER.replace(hour=23, minute=30)
        dispatch = sending.recorded(case, late, sent_on=late.date() + A_DAY)
        assert dispatch.sent_on == date(2026, 5, 12)

    @pytest.mark.parametrize("about", [{"version": 2}, {"purpose": Purpose.INVITATION}])
    def test_is_refused_for_what_was_never_published(self, case, public, about):
        with pytest.raises(operations.NothingPublic):
            sending.recorded(case, **about)

    def test_is_refused_before_publication(self, case):
        cases.signed(case)
        with pytest.raises(operations.NothingPublic):
            sending.recorded(case)

    def test_is_refused_before_anything_began(self, case):
        with pytest.raises(operations.NothingPublic):
            sending.recorded(case)


class TestInviteChiefOfficer:
    def test_records_how_it_was_sent_with_its_proof(self, case):
        operations.invite_chief_officer(
            by=case.viewer("officer"),
            at=cases.AT,
            invited_on=cases.AT.date(),
            comments_wanted_by=date(2026, 5, 5),
            channel=Channel.BY_HAND,
            proof="Given to the staff officer.",
            file=operations.ReceivedFile("letter.txt", b"Dear Chief Constable"),
            **case.about,
        )
        invitation, dispatch = Invitation.objects.get(), Dispatch.objects.get()
        assert (dispatch.purpose, dispatch.channel) == ("invitation", "by_hand")
        assert dispatch.state == DispatchState.SENT
        assert dispatch.recipient == "Chief Constable, Wexmoor Constabulary"
        assert dispatch.file_id == invitation.file_id is not None

    def test_claims_no_channel_that_nobody_named(self, case):
        cases.invited(case)
        assert not Dispatch.objects.exists()


class TestSendInvitation:
    def test_is_no_invitation_before_it_went_out(self, case):
        sending.invitation(case, date(2026, 5, 5))
        assert Dispatch.objects.get().state == "waiting"
        assert not Invitation.objects.exists()

    def test_allows_comments_on_the_day_itself_and_no_earlier(self, case):
        sending.invitation(case, cases.AT.date())
        with pytest.raises(operations.DatesOutOfOrder):
            sending.invitation(case, cases.AT.date() - A_DAY, cases.AT + MINUTE)

    def test_is_refused_once_the_response_is_published(self, case, public):
        with pytest.raises(operations.ResponsePublished):
            sending.invitation(case, date(2026, 6, 5))


class TestKeepRecipient:
    def keep(self, case, **changes):
        given = {"purpose": Purpose.PANEL_TOLD, "name": "The panel", "email": "p@example.org"}
        return operations.keep_recipient(
            by=case.viewer("officer"),
            at=cases.AT,
            body=case.office.body,
            **given | changes,
        )

    def test_appends(self, case):
        self.keep(case)
        self.keep(case, email="")
        assert [row.email for row in Recipient.objects.all()] == ["p@example.org", ""]

    def test_is_refused_where_nothing_changes(self, case):
        self.keep(case)
        with pytest.raises(operations.NothingChanged):
            self.keep(case, name=" The panel ")

    def test_is_refused_without_a_name(self, case):
        with pytest.raises(operations.NothingWritten):
            self.keep(case, name=" ")

    def test_is_refused_to_another_office(self, case):
        stranger = factories.viewer(factories.office("Thornley").officer)
        with pytest.raises(Refused):
            operations.keep_recipient(
                by=stranger,
                at=cases.AT,
                body=case.office.body,
                purpose=Purpose.PANEL_TOLD,
                name="Somebody",
                email="",
            )
