from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories
from tests import factories_responses as cases

from answerable_site.people.rules import ANONYMOUS
from answerable_site.responses import operations, queries


class TestDossierVisibleTo:
    def find(self, viewer, case):
        return queries.dossier_visible_to(
            viewer, inspection_id=case.inspection.pk, body_slug=case.office.body.slug
        )

    def test_is_none_for_another_office(self, case):
        other = factories.office("Thornley")
        assert self.find(factories.viewer(other.officer), case) is None

    def test_is_none_for_an_administrator(self, case):
        assert self.find(case.viewer("administrator"), case) is None

    def test_is_none_for_the_public(self, case):
        assert self.find(ANONYMOUS, case) is None

    def test_has_no_query_for_each_finding(self, case):
        cases.complete(case)
        viewer = case.viewer("officer")
        with CaptureQueriesContext(connection) as before:
            self.find(viewer, case)
        for number in range(20):
            cases.finding(case.inspection, f"Forces should count {number}.")
        with CaptureQueriesContext(connection) as after:
            self.find(viewer, case)
        assert len(after) == len(before)

    def test_counts_candidates_on_which_nobody_decided(self, case):
        cases.candidate_waits(case)
        case.inspection.refresh_from_db()
        assert self.find(case.viewer("chief"), case).facts.report.undecided == 1

    def test_holds_the_latest_version_of_each_text(self, case):
        cases.complete(case)
        operations.write_own_comments(
            by=case.viewer("officer"), at=cases.LATER, text="Newer.", version=1, **case.about
        )
        assert self.find(case.viewer("officer"), case).facts.own_comments == "Newer."
