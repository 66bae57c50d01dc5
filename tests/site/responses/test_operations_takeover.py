from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import factories, factories_responses

from answerable_site.audit.models import AuditEntry
from answerable_site.people.access import Refused
from answerable_site.register.models import Inspection
from answerable_site.register.operations import KeptList
from answerable_site.register.queries import name_of_kept_list
from answerable_site.responses import operations, queries
from answerable_site.responses.models import PastResponse, Response, Takeover
from answerable_site.responses.rules.takeover import columns_of, planned, rows_of

AT = datetime(2026, 5, 12, 9, tzinfo=UTC)
HEADERS = ("Title", "Report published", "Response published", "Ref", "Explained", "Note")
TITLES = ("Lost property", "Custody suites", "Old vans", "Guard dogs")
ROWS = (
    ("Lost property", "16/7/2021", "9/9/2021", "R1", "yes", "one"),
    ("Custody suites", "2/11/2022", "28/12/2022", "R2", "some", ""),
    ("Old vans", "1/2/2015", "", "", "", "two"),
    ("Guard dogs", "1/2/2018", "", "R4", "no", ""),
)


@pytest.fixture
def office(db):
    return factories.office()


def keep(office, content: bytes = b"Title\n"):
    return operations.keep_list(
        by=factories.viewer(office.officer),
        at=AT,
        body=office.body,
        name="list.csv",
        content=ContentFile(content),
    )


def read(rows):
    table = [HEADERS, *rows]
    return tuple(rows_of(table, columns_of(table, {}), today=AT.date()))


def load(office, rows, *, role: str = "officer", digest: str = ""):
    by = factories.viewer(getattr(office, role))
    listed = read(rows)
    shown = planned(listed, queries.known_reports(by, office.body))
    return operations.load_list(
        by=by,
        at=AT,
        body=office.body,
        kept=KeptList("list.csv", "0" * 64, "takeovers/none"),
        rows=listed,
        digest=digest or shown.digest,
    )


def records(office) -> set[tuple]:
    """Everything that is held of past responses, whatever its keys are."""
    return {
        (past.response.inspection.title, past.response.inspection.published_on, past.answer)
        for past in PastResponse.objects.filter(response__body=office.body).select_related(
            "response__inspection"
        )
    }


class TestLoadList:
    def test_enters_reports_and_responses(self, office):
        takeover = load(office, ROWS)
        assert (takeover.rows, takeover.added, takeover.changed) == (4, 4, 0)
        inspection = Inspection.objects.get(title="Lost property")
        assert inspection.last_lawful_day == date(2021, 9, 9)
        assert list(inspection.bodies_concerned.all()) == [office.body]
        assert Response.objects.filter(body=office.body).count() == 4

    def test_takes_a_report_that_is_there_already_as_it_stands(self, office):
        held = factories_responses.inspection(office, "lost property!", date(2021, 7, 16))
        load(office, ROWS[:1])
        assert Inspection.objects.get().title == "lost property!"
        assert PastResponse.objects.get().response.inspection_id == held.pk

    def test_takes_a_response_that_somebody_began(self, office):
        case = factories_responses.invited(
            factories_responses.Case(
                office, factories_responses.inspection(office, "Lost property"), []
            )
        )
        load(office, [("Lost property", "1/4/2026", "2/5/2026", "R1", "yes", "")])
        assert case.inspection.responses.get().past.reference == "R1"

    @pytest.mark.parametrize("step", ["_responses", "_update", "record"])
    def test_is_whole_or_nothing(self, office, monkeypatch, step):
        def die(*_args, **_more):
            assert Inspection.objects.count() == len(ROWS)
            raise SystemExit("the power went")

        monkeypatch.setattr(operations.takeover, step, die)
        before = AuditEntry.objects.count()
        with pytest.raises(SystemExit), transaction.atomic():
            load(office, ROWS)
        for model in (Inspection, Response, PastResponse, Takeover):
            assert not model.objects.exists()
        assert AuditEntry.objects.count() == before

    def test_dying_while_it_updates_leaves_what_was_held(self, office, monkeypatch):
        load(office, ROWS)
        before = records(office)

        def die(*_args, **_more):
            raise SystemExit("the power went")

        changed = [(t, d, "", ref, "", "changed") for t, d, _, ref, _, _ in ROWS]
        monkeypatch.setattr(operations.takeover, "record", die)
        with pytest.raises(SystemExit), transaction.atomic():
            load(office, changed)
        assert records(office) == before
        assert Takeover.objects.count() == 1

    @pytest.mark.postgres
    def test_holds_the_bodys_responses_before_it_looks_at_them(self, office):
        if connection.vendor == "sqlite":
            pytest.skip("SQLite knows no locks of rows; PostgreSQL runs this.")
        with CaptureQueriesContext(connection) as made:
            load(office, ROWS)
        locking = [query["sql"] for query in made if query["sql"].endswith("FOR UPDATE")]
        assert any('FROM "responses_response"' in sql for sql in locking)

    def test_does_nothing_else_than_was_shown(self, office):
        with pytest.raises(operations.PlanChanged):
            load(office, ROWS, digest="f" * 64)
        assert not Inspection.objects.exists()

    @pytest.mark.parametrize("rows", [[*ROWS, ("Trees", "never", "", "", "", "")], []])
    def test_is_refused_where_a_row_is_wrong_or_nothing_is_told(self, office, rows):
        with pytest.raises(operations.NothingToLoad):
            load(office, rows)
        assert not Takeover.objects.exists()

    @pytest.mark.parametrize("role", ["holder", "publisher", "chief", "administrator"])
    def test_is_for_response_officers_only(self, office, role):
        with pytest.raises(Refused):
            load(office, ROWS, role=role)

    def test_never_touches_another_body(self, office):
        other = factories.office("Sallowfen")
        load(other, ROWS)
        before = records(other)
        load(office, [(t, d, "", ref, "", "ours") for t, d, _, ref, _, _ in ROWS])
        assert records(other) == before
        assert Inspection.objects.count() == 8

    def test_leaves_two_entries_in_the_record_however_many_rows_there_are(self, office):
        before = AuditEntry.objects.count()
        load(office, ROWS)
        acts = AuditEntry.objects.order_by("sequence").values_list("act", flat=True)[before:]
        assert list(acts) == ["register.enter_inspections", "responses.load_list"]
        assert len(AuditEntry.objects.get(act=acts[0]).details["inspections"]) == len(ROWS)

    def test_names_in_the_record_no_text_of_people(self, office):
        load(office, ROWS)
        load(office, [(*ROWS[0][:5], "a person’s words")])
        told = str([entry.details for entry in AuditEntry.objects.all()])
        assert "a person’s words" not in told
        assert "Lost property" not in told

    @given(
        orders=st.lists(st.permutations(ROWS), min_size=1, max_size=3),
        cut=st.integers(1, len(ROWS)),
    )
    @settings(
        max_examples=12,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    def test_comes_to_the_same_records_whatever_the_order_and_however_often(
        self, office, orders, cut
    ):
        with transaction.atomic():
            for order in [orders[0][:cut], *orders]:
                try:
                    load(office, order)
                except operations.NothingToLoad:
                    continue
            found = records(office)
            inspections = Inspection.objects.count()
            transaction.set_rollback(True)
        with transaction.atomic():
            load(office, ROWS)
            assert found == records(office)
            transaction.set_rollback(True)
        assert inspections == len(ROWS)


class TestKeepList:
    def test_keeps_it_byte_for_byte_under_a_random_name(self, office):
        from django.core.files.storage import default_storage

        kept = keep(office, b"Title\r\n\xff")
        assert default_storage.open(kept.stored_as).read() == b"Title\r\n\xff"
        assert "list" not in kept.stored_as.removeprefix("takeovers/")

    def test_keeps_its_name_beside_it(self, office):
        kept = keep(office, b"Title")
        assert name_of_kept_list(kept.stored_as) == kept.name
        assert name_of_kept_list("takeovers/none") == ""

    def test_is_for_response_officers_only(self, office):
        with pytest.raises(Refused):
            operations.keep_list(
                by=factories.viewer(office.holder),
                at=AT,
                body=office.body,
                name="list.csv",
                content=ContentFile(b""),
            )


class TestKnownReports:
    def test_asks_the_database_as_often_for_many_as_for_few(
        self, office, django_assert_num_queries
    ):
        load(office, ROWS[:1])
        viewer = factories.viewer(office.officer)
        with django_assert_num_queries(2):
            assert len(queries.known_reports(viewer, office.body)) == 1
        load(office, ROWS[1:])
        with django_assert_num_queries(2):
            assert len(queries.known_reports(viewer, office.body)) == 4

    def test_shows_nothing_of_a_foreign_office(self, office):
        load(factories.office("Sallowfen"), ROWS)
        assert queries.known_reports(factories.viewer(office.officer), office.body) == ()
