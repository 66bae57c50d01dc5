from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import factories, factories_followup, factories_trackers

from answerable.documents.tables import read_table
from answerable_site.audit.models import AuditEntry
from answerable_site.design.downloads import csv_part
from answerable_site.followup import operations, presenters
from answerable_site.followup.models import Action, Commitment
from answerable_site.followup.operations import NewEvidence
from answerable_site.followup.rules import EvidenceKind, tracker

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=12
).map(lambda text: " ".join(text.split()))
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31)).map(date.isoformat)
PAST = st.dates(date(2026, 1, 1), factories_trackers.TODAY).map(date.isoformat)
SOMEBODY = st.sampled_from(["", "Wexmoor Owner", "DCI Nobody"])
STATES = st.sampled_from(["", "Not started", "In progress", "Done", "Cancelled"])
RATINGS = st.sampled_from(["", "Green", "Amber", "Red"])
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "Action": st.integers(0, 10**6).map("Do {}".format),
            "Details of action": WORDS,
            "Owner of action": SOMEBODY,
            "Original date of action": DAYS,
            "Revised date of action": st.just("") | DAYS,
            "Reason for revised date of action": WORDS,
            "State of action": STATES,
            "Rating of action": RATINGS,
            "Update on action": WORDS | st.sampled_from(["=1+1", "'=1", "-2", "@a", "+b\nc"]),
            "Date of update on action": PAST,
        }
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda row: row["Action"],
)


@pytest.fixture
def followed(db):
    return factories_followup.followed_up()


def taken_out(followed) -> tuple[tuple, ...]:
    """The tracker of the package, as a file that is read again."""
    by = factories.viewer(followed.office.officer, on=factories_trackers.TODAY)
    content = b"".join(csv_part(presenters.tracker_rows(by, followed.office.body)))
    return tuple(map(tuple, csv.reader(io.StringIO(content.decode()))))


class TestTrackerRows:
    @settings(
        max_examples=15,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(rows=ROWS, reference=st.sampled_from(["", "W1", "012"]))
    def test_that_go_out_come_in_again_and_change_nothing(self, followed, rows, reference):
        names = sorted(rows[0])
        headings = ["Report", "Rec no", "Our reference", *names]
        about = [followed.inspection.title, followed.recommendations[0].number, reference]
        with transaction.atomic():
            factories_trackers.load(
                followed, [headings, *([*about, *(row[name] for name in names)] for row in rows)]
            )
            out = taken_out(followed)
            again = factories_trackers.plan(followed, out)
            assert again.counts == {tracker.Outcome.UNCHANGED: len(rows)}

            Action.objects.all().delete()
            Commitment.objects.all().delete()
            factories_trackers.load(followed, out)
            assert taken_out(followed) == out
            transaction.set_rollback(True)

    def test_are_read_as_any_file_is(self, followed):
        factories_followup.action(followed)
        by = factories.viewer(followed.office.officer, on=factories_trackers.TODAY)
        content = b"".join(csv_part(presenters.tracker_rows(by, followed.office.body)))
        again = factories_trackers.plan(followed, read_table(content).rows)
        assert again.counts == {tracker.Outcome.UNCHANGED: 1}


class TestPackage:
    @pytest.fixture
    def package(self, followed, settings, tmp_path):
        settings.STORAGES = settings.STORAGES | {
            "default": {
                "BACKEND": "django.core.files.storage.FileSystemStorage",
                "OPTIONS": {"location": str(tmp_path)},
            }
        }
        factories_followup.action(followed)
        operations.add_evidence(
            by=followed.viewer("liaison"),
            at=factories_followup.AT,
            today=factories_followup.TODAY,
            commitment=followed.commitment,
            evidence=NewEvidence(
                EvidenceKind.FILE,
                "The audit",
                on=factories_followup.TODAY,
                file=ContentFile(b"as received"),
                file_name="../../audit.txt",
            ),
        )
        other = factories_followup.followed_up("Ravenholt")
        factories_followup.action(other, title="Of another office")
        return self.sent(followed)

    def sent(self, followed) -> zipfile.ZipFile:
        client = Client()
        client.force_login(followed.office.officer)
        answer = client.post(
            reverse("followup:take_out"),
            {"body": followed.office.body.pk, "confirm-password": factories.PASSWORD},
        )
        return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))

    def test_holds_every_table_as_its_description_says(self, package):
        tables = json.loads(package.read("csv-metadata.json"))["tables"]
        assert len(tables) > 25
        for table in tables:
            (headings, *_) = csv.reader(io.StringIO(package.read(table["url"]).decode()))
            assert headings == [one["titles"] for one in table["tableSchema"]["columns"]]

    def test_holds_evidence_as_received_under_a_name_that_leads_nowhere(self, package):
        (name,) = [name for name in package.namelist() if name.startswith("evidence/")]
        assert package.read(name) == b"as received"
        assert "/" not in name.removeprefix("evidence/")

    def test_holds_nothing_of_another_office(self, package):
        for name in package.namelist():
            assert b"Of another office" not in package.read(name)
        assert b"Brief every supervisor" in package.read("action.csv")

    def test_is_noted_as_a_disclosure(self, package, followed):
        entry = AuditEntry.objects.get(act="followup.take_out")
        assert (entry.kind, entry.actor_id) == ("disclosure", followed.office.officer.pk)
        assert followed.office.officer.full_name in entry.content
