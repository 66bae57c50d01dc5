from __future__ import annotations

from datetime import date

import pytest
from tests import factories
from tests.site.register import making
from tests.site.register.making import AT

from answerable_site.people.models import Organisation
from answerable_site.register import operations, queries
from answerable_site.register.queries import Due, Order, Wanted
from answerable_site.register.rules import InspectionKind

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)


@pytest.fixture
def other():
    return factories.office("Lindrick")


def listed(viewer, **wanted):
    return [
        line.number for line in queries.listed_recommendations(viewer, Wanted(**wanted), on=TODAY)
    ]


class TestVisibility:
    @pytest.mark.parametrize("role", ["officer", "holder", "publisher", "chief"])
    def test_shows_an_office_its_own(self, office, inspection, role):
        viewer = factories.viewer(getattr(office, role))
        assert list(queries.inspections_visible_to(viewer)) == [inspection]

    def test_shows_an_administrator_nothing(self, office, inspection):
        viewer = factories.viewer(office.administrator)
        assert not queries.inspections_visible_to(viewer).exists()
        assert not queries.documents_visible_to(viewer).exists()

    @pytest.mark.parametrize("role", ["officer", "holder", "publisher", "chief"])
    def test_hides_from_another_office_what_does_not_concern_it(
        self, officer, inspection, other, role
    ):
        making.recommendation(officer, inspection)
        viewer = factories.viewer(getattr(other, role))
        assert not queries.inspections_visible_to(viewer).exists()
        assert not queries.recommendations_visible_to(viewer).exists()
        assert not queries.documents_visible_to(viewer).exists()
        assert not queries.candidates_visible_to(viewer).exists()
        assert listed(viewer) == []

    def test_shows_a_report_to_every_body_that_it_concerns(self, officer, office, other, read):
        inspection = operations.confirm_inspection(
            by=officer,
            at=AT,
            document=read,
            reading=read.readings.get(),
            facts=making.facts(),
            bodies=[office.body, other.body],
        )
        viewer = factories.viewer(other.officer)
        assert list(queries.inspections_visible_to(viewer)) == [inspection]
        assert list(queries.documents_visible_to(viewer)) == [read]

    def test_shows_the_chief_officers_office_a_document_once_it_is_in_the_register(
        self, officer, office, read
    ):
        chief = factories.viewer(office.chief)
        assert not queries.documents_visible_to(chief).exists()
        making.confirmed(officer, office, read)
        assert list(queries.documents_visible_to(chief)) == [read]


class TestListedRecommendations:
    @pytest.fixture
    def filled(self, officer, office):
        old = making.entered(officer, office, published_on=date(2020, 1, 1))
        new = making.entered(
            officer, office, published_on=date(2026, 1, 1), kind=InspectionKind.JOINT
        )
        making.recommendation(officer, old, number="1", deadline="2026-05-01")
        making.recommendation(officer, old, number="2", deadline="2026-07-01")
        making.recommendation(officer, new, number="3", kind=making.CAUSE)
        return old, new

    def test_begins_with_the_newest_report(self, officer, filled):
        assert listed(officer) == ["3", "1", "2"]

    def test_begins_with_the_soonest_deadline_and_ends_without(self, officer, filled):
        assert listed(officer, order=Order.SOONEST) == ["1", "2", "3"]

    @pytest.mark.parametrize(
        ("wanted", "numbers"),
        [
            ({"due": Due.OVERDUE}, ["1"]),
            ({"due": Due.TO_COME}, ["2"]),
            ({"due": Due.NO_DATE}, ["3"]),
            ({"kinds": ("cause_of_concern",)}, ["3"]),
            ({"inspection_kind": "national"}, ["1", "2"]),
            ({"addressee_kind": "forces"}, ["3", "1", "2"]),
            ({"addressee_kind": "cps"}, []),
            ({"words": "stalking", "kinds": ("recommendation",)}, ["1", "2"]),
        ],
    )
    def test_is_narrowed(self, officer, filled, wanted, numbers):
        assert listed(officer, **wanted) == numbers

    def test_is_narrowed_to_a_report_a_theme_or_a_body(self, officer, office, filled):
        old, new = filled
        operations.choose_themes(
            by=officer,
            at=AT,
            body=office.body,
            recommendation=new.recommendations.get(),
            names=["Custody"],
        )
        theme = queries.themes_of(officer).get()
        assert listed(officer, inspection_id=old.pk) == ["1", "2"]
        assert listed(officer, theme_id=theme.pk) == ["3"]
        assert listed(officer, body_id=office.body.pk) == ["3", "1", "2"]

    def test_takes_as_many_queries_for_many_as_for_one(
        self, officer, filled, django_assert_num_queries
    ):
        with django_assert_num_queries(2):
            assert len(list(queries.listed_recommendations(officer, Wanted(), on=TODAY))) == 3


class TestLikelyDuplicates:
    def test_finds_the_same_title_and_the_same_file(self, officer, inspection):
        by_title = queries.likely_duplicates(officer, title=inspection.title, published_on=None)
        by_file = queries.likely_duplicates(
            officer, title="Else", published_on=None, sha256=inspection.document.sha256
        )
        assert by_title == by_file == [inspection]

    def test_takes_another_phase_for_a_part_of_the_series(self, officer, inspection):
        title = inspection.title.replace("one", "two")
        assert queries.likely_duplicates(officer, title=title, published_on=None) == []
        assert queries.other_parts_of_series(
            officer, series=inspection.series, phase="Phase two"
        ) == [inspection]


class TestProposedBodies:
    def test_are_all_for_a_national_report(self, office, other):
        proposed = queries.proposed_bodies(
            kind=InspectionKind.NATIONAL, force=None, own_id=office.body.pk
        )
        assert set(proposed) == {office.body, other.body}

    def test_are_those_of_the_named_force(self, office, other):
        proposed = queries.proposed_bodies(
            kind=InspectionKind.FORCE, force="Lindrick Police", own_id=office.body.pk
        )
        assert proposed == [other.body]

    def test_are_ones_own_where_nothing_is_known(self, office, other):
        assert queries.proposed_bodies(kind=None, force=None, own_id=office.body.pk) == [
            office.body
        ]

    def test_are_none_that_another_body_succeeded(self, office, other):
        Organisation.objects.filter(pk=office.body.pk).update(
            succeeded_by=other.body, succeeded_on=date(2026, 1, 1)
        )
        proposed = queries.proposed_bodies(
            kind=InspectionKind.NATIONAL, force=None, own_id=office.body.pk
        )
        assert proposed == [other.body]


class TestReview:
    def test_counts_what_is_decided(self, officer, inspection):
        first = queries.next_undecided(officer, inspection)
        operations.reject_candidate(
            by=officer, at=AT, inspection=inspection, candidate=first, reason="A heading."
        )
        progress = queries.progress_of(officer, inspection)
        assert (progress.decided, progress.total, progress.left) == (1, 4, 3)

    def test_goes_on_with_the_next_and_then_from_the_beginning(self, officer, inspection):
        first, *_, last = queries.candidates_of(officer, inspection)
        assert queries.next_undecided(officer, inspection, after=last.position) == first
