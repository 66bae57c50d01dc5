"""A pack is frozen once, and never changes."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests import factories_followup, factories_responses, factories_scrutiny
from tests.factories_scrutiny import FROZEN_ON, moment

from answerable.writing.canonical import content_hash, from_json
from answerable_site.followup import operations as followup
from answerable_site.followup.rules import InspectorateStatus, Policy, Target, Whose
from answerable_site.people.access import Refused
from answerable_site.scrutiny import operations, queries
from answerable_site.scrutiny.models import Pack, PackFile
from answerable_site.scrutiny.rules import OutOfOrder, PackFacts, View, pack_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def about():
    return factories_scrutiny.scrutinised()


def freeze(about, role="officer"):
    return operations.freeze_pack(
        by=about.viewer(role), at=moment(FROZEN_ON), today=FROZEN_ON, meeting=about.meeting
    )


def move(about, on, day, reason="The training supplier withdrew"):
    followup.set_target(
        by=about.followed.viewer("liaison", on=day),
        at=moment(day),
        thing=about.followed.commitment,
        target=Target(on, Whose.INTERNAL, reason),
    )


class TestFreezePack:
    def test_makes_the_document_from_the_facts_that_it_keeps(self, about):
        pack = factories_scrutiny.frozen(about)
        document = pack_of(PackFacts.from_json(pack.facts))
        assert from_json(pack.document) == document
        assert pack.content_hash == content_hash(document)

    def test_makes_every_file(self, about):
        pack = factories_scrutiny.frozen(about)
        assert set(pack.files.values_list("format", flat=True)) == {"pdf", "docx", "odt"}

    def test_measures_against_the_original_date_however_often_it_moved(self, about):
        move(about, date(2026, 12, 31), date(2026, 9, 1))
        pack = factories_scrutiny.frozen(about)
        (item,) = PackFacts.from_json(pack.facts).items
        facts = item.commitment
        assert facts.is_late
        assert facts.standing == "Late by 13 days"
        assert (facts.original_on, facts.target_on) == (date(2026, 9, 30), date(2026, 12, 31))
        assert [one.reason for one in facts.moves] == ["", "The training supplier withdrew"]

    def test_shows_nothing_of_what_was_said_before_a_reopening(self):
        followed = factories_followup.followed_up(policy=Policy(demonstration_days=0))
        factories_followup.closed(followed)
        followup.record_inspectorate_status(
            by=followed.viewer("officer"),
            at=moment(date(2026, 6, 2)),
            today=date(2026, 6, 2),
            commitment=followed.commitment,
            status=InspectorateStatus.IN_PROGRESS,
            on=date(2026, 6, 2),
            words="Their monitoring portal",
        )
        followup.reopen_commitment(
            by=followed.viewer("officer"),
            at=moment(date(2026, 7, 1)),
            commitment=followed.commitment,
            reason="The next audit found half of it missing",
        )
        pack = factories_scrutiny.frozen(factories_scrutiny.scrutinised(followed=followed))
        facts = PackFacts.from_json(pack.facts).items[0].commitment
        assert (facts.own_view, facts.assurance) == (View(""), View(""))
        assert facts.inspectorate.on == date(2026, 6, 2)

    def test_says_of_evidence_whether_it_was_judged(self, about):
        shown = factories_followup.evidence(about.followed)
        followup.judge_evidence(
            by=about.followed.viewer("officer"),
            at=moment(date(2026, 7, 1)),
            evidence=shown,
            is_sufficient=False,
            words="Ten records are too few",
        )
        pack = factories_scrutiny.frozen(about)
        (proof,) = PackFacts.from_json(pack.facts).items[0].commitment.proofs
        assert (proof.judged, proof.judged_words) == (False, "Ten records are too few")

    def test_waits_until_everything_proposed_is_decided(self, about):
        factories_scrutiny.with_agenda(about)
        factories_followup.promised(
            about.followed.office, about.followed.recommendations[1], about.followed.office.force
        )
        operations.propose_items(
            by=about.viewer("officer"), at=moment(FROZEN_ON), today=FROZEN_ON, meeting=about.meeting
        )
        with pytest.raises(operations.AgendaOpen):
            freeze(about)

    def test_needs_something_on_the_agenda(self, about):
        with pytest.raises(operations.AgendaOpen):
            freeze(about)

    def test_is_refused_to_the_force(self, about):
        with pytest.raises(Refused):
            freeze(about, "chief")


class TestAFrozenPack:
    def test_is_not_frozen_again(self, about):
        factories_scrutiny.frozen(about)
        with pytest.raises(OutOfOrder):
            freeze(about)

    def test_stays_as_it_is_when_follow_up_changes(self, about):
        before = factories_scrutiny.frozen(about)
        move(about, date(2027, 3, 31), date(2026, 10, 15))
        after = Pack.objects.get()
        assert after.facts == before.facts
        assert after.content_hash == content_hash(from_json(after.document)) == before.content_hash

    @pytest.mark.parametrize("rows", [Pack, PackFile])
    def test_is_changed_by_nobody_not_even_past_the_product(self, about, rows):
        factories_scrutiny.frozen(about)
        for change in ("delete", "update"):
            with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
                _past_the_product(rows, change)

    def test_is_corrected_beside_itself_with_the_day(self, about):
        pack = factories_scrutiny.frozen(about)
        operations.correct_pack(
            by=about.viewer("officer"),
            at=moment(date(2026, 10, 16)),
            today=date(2026, 10, 16),
            pack=pack,
            words="The second audit was of forty records, not fourteen.",
        )
        (seen,) = queries.packs_visible_to(about.viewer("liaison"))
        assert [one.on for one in seen.corrections.all()] == [date(2026, 10, 16)]
        assert seen.content_hash == pack.content_hash


def _past_the_product(rows, change):
    table, key = rows._meta.db_table, rows.objects.values_list("pk", flat=True)[0]
    words = {
        "delete": f"DELETE FROM {table} WHERE id = %s",
        "update": f"UPDATE {table} SET id = id WHERE id = %s",
    }
    with connection.cursor() as cursor:
        cursor.execute(words[change], [key])


def many(count, name):
    """A meeting with as many commitments on its agenda, each moved once and with evidence."""
    about = factories_scrutiny.scrutinised(name)
    followed, inspection = about.followed, about.followed.inspection
    for number in range(1, count):
        asked = factories_responses.finding(
            inspection, f"The force should keep list {number} of bags.", f"N{number}"
        )
        one = factories_followup.promised(followed.office, asked, followed.office.force)
        followup.set_target(
            by=followed.viewer("liaison"),
            at=moment(date(2026, 6, 2)),
            thing=one,
            target=Target(date(2026, 12, 1), Whose.INTERNAL, "More lists than thought"),
        )
        shown = followup.add_evidence(
            by=followed.viewer("liaison"),
            at=moment(date(2026, 6, 3)),
            today=date(2026, 6, 3),
            commitment=one,
            evidence=followup.NewEvidence(
                factories_followup.EvidenceKind.LINK,
                f"Audit {number}",
                on=date(2026, 6, 3),
                address="https://example.org/audit",
            ),
        )
        followup.judge_evidence(
            by=followed.viewer("officer"),
            at=moment(date(2026, 6, 4)),
            evidence=shown,
            is_sufficient=bool(number % 2),
            words="As seen in the audit",
        )
        followup.add_action(
            by=followed.viewer("liaison"),
            at=moment(date(2026, 6, 5)),
            commitment=one,
            action=followup.NewAction(title=f"Write list {number}"),
        )
    factories_scrutiny.with_agenda(about)
    return about


class TestALongPack:
    def test_asks_the_database_as_often_as_a_short_one(self):
        asked = []
        for name, count in (("Wexmoor", 2), ("Aldermere", 6)):
            about = many(count, name)
            with CaptureQueriesContext(connection) as made:
                freeze(about)
            asked.append(len(made))
        assert asked[0] == asked[1]
