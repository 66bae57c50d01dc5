from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from tests import factories
from tests import factories_responses as cases

from answerable_site.audit.models import AuditEntry
from answerable_site.people.access import Refused
from answerable_site.register import operations, queries
from answerable_site.register.access import can_decide, can_handle
from answerable_site.register.models import Inspection

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> factories.Office:
    return factories.office()


@pytest.fixture
def successor() -> factories.Office:
    return factories.office("Sallowfen")


def pass_on(office, successor, still_open=(), by="administrator") -> None:
    operations.pass_inspections(
        by=factories.viewer(getattr(office, by)),
        at=cases.AT,
        from_body=office.body,
        to_body=successor.body,
        still_open=still_open,
    )


class TestPassInspections:
    def test_lets_the_successors_officers_decide_and_the_others_no_longer(self, office, successor):
        report = cases.inspection(office)
        pass_on(office, successor, [report])
        report = Inspection.objects.get(pk=report.pk)
        may = [can_decide(factories.viewer(one.officer), report) for one in (office, successor)]
        assert may == [False, True]

    def test_lets_only_what_is_open_concern_the_successor(self, office, successor):
        still_open, answered = cases.inspection(office), cases.inspection(office, "Answered")
        pass_on(office, successor, [still_open])
        assert list(successor.body.inspections_concerning.all()) == [still_open]
        assert set(office.body.inspections_concerning.all()) == {still_open, answered}

    def test_passes_documents_that_belong_to_no_inspection_yet(self, office, successor):
        document = operations.add_document(
            by=factories.viewer(office.officer),
            at=cases.AT,
            body=office.body,
            name="report.txt",
            content=ContentFile(b"A report"),
        ).document
        pass_on(office, successor)
        officer = factories.viewer(successor.officer)
        found = queries.unfinished_documents(officer).get()
        assert found == document
        assert can_handle(officer, found)
        assert not queries.unfinished_documents(factories.viewer(office.officer)).exists()

    def test_leaves_what_other_bodies_keep(self, office, successor):
        other = factories.office("Lindrick")
        theirs = cases.inspection(other)
        pass_on(office, successor)
        theirs.refresh_from_db()
        assert theirs.kept_by == other.body

    def test_leaves_one_audit_entry(self, office, successor):
        before = AuditEntry.objects.count()
        pass_on(office, successor)
        assert AuditEntry.objects.count() == before + 1

    @pytest.mark.parametrize("role", ["officer", "holder", "publisher", "chief"])
    def test_is_refused_to_everybody_but_administrators(self, office, successor, role):
        with pytest.raises(Refused):
            pass_on(office, successor, by=role)
