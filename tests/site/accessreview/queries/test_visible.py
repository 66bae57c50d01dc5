from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from tests import factories, factories_cases, factories_looks
from tests.factories_cases import AT, County
from tests.factories_looks import LATER, Looked
from tests.site.rights import Place, roles

from answerable_site.accessreview import queries
from answerable_site.accessreview.models import (
    Breach,
    GlassReview,
    HandOut,
    Sample,
    SampledLook,
)
from answerable_site.accessreview.queries.looks import acts_known_to, acts_of_people_of
from answerable_site.accessreview.rules.verdicts import Verdict
from answerable_site.audit.models import AuditEntry
from answerable_site.casework import operations as casework
from answerable_site.casework.models import Case, CaseReference
from answerable_site.casework.rules import ReferenceKind
from answerable_site.people.models import Organisation
from answerable_site.people.rules import ANONYMOUS, Role, Viewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def looked() -> Looked:
    factories_looks.looked("Sallowfen", "9/26")
    return factories_looks.looked()


@pytest.fixture
def force(looked) -> Place:
    return Place.of(looked.county.force)


def foreign() -> Case:
    return Case.objects.get(force__name="Sallowfen Police")


def auditor_of(place: Organisation) -> Viewer:
    user = factories.person(f"{place.name} Auditor", (place, Role.ACCESS_AUDITOR))
    return factories.viewer(user, on=AT.date())


class TestBreaches:
    @pytest.fixture(autouse=True)
    def breaches(self, looked):
        for case in Case.objects.all():
            Breach.objects.create(
                organisation=case.force,
                regime="part_3",
                became_known_at=AT,
                what_happened="A list went astray.",
                recorded_at=LATER,
                recorded_by=looked.looker,
            )

    def test_are_those_of_organisations_that_the_viewer_audits(self, looked):
        (found,) = queries.breaches_visible_to(looked.auditor)
        assert found.organisation == looked.county.force

    def test_are_seen_in_no_other_role(self, force):
        found = roles(lambda who: queries.breaches_visible_to(who).exists(), force)
        assert found == {Role.ACCESS_AUDITOR}


class TestOrganisationsAuditedBy:
    @pytest.mark.parametrize("ask", ["organisations_audited_by", "forces_to_ask_about"])
    def test_are_those_where_the_viewer_audits_access(self, looked, force, ask):
        query = getattr(queries, ask)
        assert list(query(looked.auditor)) == [looked.county.force]
        assert roles(lambda who: query(who).exists(), force) == {Role.ACCESS_AUDITOR}


class TestBrokenGlass:
    def test_is_seen_by_auditors_of_the_force_alone(self, looked, force):
        assert list(queries.broken_glass_visible_to(looked.auditor)) == [looked.opening]
        found = roles(lambda who: queries.broken_glass_visible_to(who).exists(), force)
        assert found == {Role.ACCESS_AUDITOR}

    def test_is_seen_by_auditors_of_whoever_opened_the_case(self, looked):
        looked.opening.organisation = looked.county.area
        looked.opening.save()
        found = queries.broken_glass_visible_to(auditor_of(looked.county.area))
        assert list(found) == [looked.opening]
        assert list(queries.broken_glass_visible_to(looked.auditor)) == [looked.opening]

    def test_is_not_the_opening_of_somebody_who_sees_every_case(self, looked):
        factories_cases.opened(looked.county, Role.SUPERVISOR)
        assert list(queries.broken_glass_visible_to(looked.auditor)) == [looked.opening]

    @pytest.mark.parametrize(
        ("verdict", "waits", "unjustified"),
        [
            (None, True, False),
            (Verdict.JUSTIFIED, False, False),
            (Verdict.NOT_JUSTIFIED, False, True),
            (Verdict.ASKED_BACK, True, False),
        ],
    )
    def test_waits_until_it_is_judged(self, looked, verdict, waits, unjustified):
        if verdict:
            GlassReview.objects.create(
                opening=looked.opening,
                verdict=verdict,
                words="They said so.",
                reviewed_at=LATER,
                reviewed_by=looked.county.people[Role.ACCESS_AUDITOR],
            )
        assert queries.glass_to_review(looked.auditor).exists() is waits
        assert queries.unjustified_glass(looked.auditor).exists() is unjustified

    def test_is_not_judged_with_another(self, looked):
        later = factories_looks.broken(looked.county, looked.looking, at=LATER)
        GlassReview.objects.create(
            opening=looked.opening,
            verdict=Verdict.JUSTIFIED,
            words="They said so.",
            reviewed_at=LATER,
            reviewed_by=looked.county.people[Role.ACCESS_AUDITOR],
        )
        assert list(queries.glass_to_review(looked.auditor)) == [later]


class TestDecoys:
    @pytest.fixture
    def decoy(self, looked) -> County:
        """The county, with a decoy as its case."""
        add = partial(casework.add_decoy, at=AT, reported_on=AT.date(), reference="77/26")
        elsewhere = foreign().force
        add(by=auditor_of(elsewhere), force=elsewhere)
        return replace(looked.county, case=add(by=looked.auditor, force=looked.county.force))

    def test_are_seen_by_auditors_of_the_force_alone(self, looked, decoy, force):
        assert list(queries.decoys_visible_to(looked.auditor)) == [decoy.case]
        may = roles(lambda who: queries.decoys_visible_to(who).exists(), force)
        assert may == {Role.ACCESS_AUDITOR}

    def test_are_looked_at_by_those_who_asked_for_them(self, looked, decoy):
        casework.note_listed(by=looked.supervisor, at=AT, cases=[decoy.case])
        factories_looks.broken(decoy, looked.looking)
        found = queries.looks_at_decoys(looked.auditor)
        assert {look.entry.act for look in found} == {"casework.open_case", "casework.note_read"}
        assert {look.record for look in found} == {f"casework.case:{decoy.case.pk}"}

    def test_are_not_made_known_to_auditors_of_another_organisation(self, looked, decoy):
        factories_cases.shared(decoy, decoy.area)
        factories_looks.broken(decoy, decoy.viewer(Role.PROSECUTOR))
        auditor = auditor_of(decoy.area)
        assert queries.looks_visible_to(auditor).exists()
        assert not queries.looks_at_decoys(auditor)


class TestHandOuts:
    @pytest.fixture(autouse=True)
    def asked(self, looked):
        for case in Case.objects.all():
            HandOut.objects.create(
                case=case,
                recipient="subject",
                recipient_name="A court",
                purpose="Request 12",
                asked_at=LATER,
                asked_by=looked.looker,
            )

    def test_are_those_about_cases_of_the_force(self, looked):
        for viewer in (looked.auditor, looked.supervisor):
            (found,) = queries.hand_outs_visible_to(viewer)
            assert found.case == looked.case

    def test_are_seen_by_auditors_and_supervisors(self, force):
        found = roles(lambda who: queries.hand_outs_visible_to(who).exists(), force)
        assert found == {Role.ACCESS_AUDITOR, Role.SUPERVISOR}

    def test_are_released_by_supervisors_alone(self, looked, force):
        (found,) = queries.hand_outs_released_by(looked.supervisor)
        assert found.case == looked.case
        may = roles(lambda who: queries.hand_outs_released_by(who).exists(), force)
        assert may == {Role.SUPERVISOR}


class TestCaseToAskAbout:
    def found(self, who: Viewer, force: Organisation, reference: str = "12A/34567/26"):
        return queries.case_to_ask_about(who, force, reference)

    def test_is_found_by_auditors_of_the_force_alone(self, looked, force):
        assert self.found(looked.auditor, looked.county.force) == looked.case
        may = roles(lambda who: bool(self.found(who, looked.county.force)), force)
        assert may == {Role.ACCESS_AUDITOR}

    def test_is_found_by_its_own_reference(self, looked):
        assert self.found(looked.auditor, looked.county.force, "98/26") is None

    def test_is_found_for_its_own_force(self, looked):
        assert self.found(looked.auditor, foreign().force, "9/26") is None

    def test_is_no_decoy(self, looked):
        Case.objects.update(is_decoy=True)
        assert self.found(looked.auditor, looked.county.force) is None

    def test_bears_the_crime_reference_of_the_force_itself(self, looked):
        CaseReference.objects.update(kind=ReferenceKind.URN)
        assert self.found(looked.auditor, looked.county.force) is None

    def test_bears_no_reference_of_another(self, looked):
        CaseReference.objects.update(owner=foreign().force)
        assert self.found(looked.auditor, looked.county.force) is None


class TestActs:
    @pytest.fixture
    def read(self, looked):
        """A prosecutor read the case of the force."""
        factories_cases.shared(looked.county, looked.county.area)
        factories_cases.assigned(looked.county, Role.PROSECUTOR, looked.county.area)
        casework.note_read(by=looked.county.viewer(Role.PROSECUTOR), at=LATER, case=looked.case)

    def names(self, acts) -> set[str]:
        return {one.entry.actor_name for one in acts}

    def test_that_are_known_are_all_with_own_cases(self, looked, read):
        known = acts_known_to([looked.county.force.pk])
        assert {one.record for one in known} == {f"casework.case:{looked.case.pk}"}
        assert {"Wexmoor Curious", "Wexmoor Prosecutor"} <= self.names(known)

    def test_that_are_known_are_those_of_own_people_with_cases_of_others(self, looked, read):
        known = acts_known_to([looked.county.area.pk])
        assert self.names(known) == {"Wexmoor Prosecutor", "Wexmoor CPS manager"}

    def test_of_own_people_are_not_those_of_others_with_own_cases(self, looked, read):
        own = self.names(acts_of_people_of(looked.county.force.pk))
        assert "Wexmoor Curious" in own
        assert not own & {"Wexmoor Prosecutor", "Sallowfen Curious"}

    def test_of_own_people_are_those_with_cases_of_others(self, looked, read):
        own = acts_of_people_of(looked.county.area.pk)
        assert self.names(own) == {"Wexmoor Prosecutor", "Wexmoor CPS manager"}

    def test_of_somebody_with_two_organisations_are_those_with_own_cases(self, looked, read):
        looked.county.people[Role.PROSECUTOR].assignments.create(
            organisation=looked.county.force,
            role=Role.INVESTIGATOR,
            from_on=AT.date(),
            granted_at=AT,
        )
        of_the_force = acts_of_people_of(looked.county.force.pk)
        assert "Wexmoor Prosecutor" in self.names(of_the_force)
        of_the_area = acts_of_people_of(looked.county.area.pk)
        assert "Wexmoor Prosecutor" not in self.names(of_the_area)

    def test_that_are_no_looks_are_not_shown_as_looks(self, looked):
        acts = {one.entry.act for one in queries.looks_visible_to(looked.auditor)}
        assert acts == {"casework.open_case", "casework.note_read"}

    def test_of_whoever_looked_are_told_by_name(self, looked):
        assert queries.lookers_known_to(looked.auditor) == [(looked.looker.pk, "Wexmoor Curious")]
        assert queries.lookers_known_to(ANONYMOUS) == []


class TestSampledLooks:
    @pytest.fixture(autouse=True)
    def drawn(self, looked):
        for case in Case.objects.all():
            sample = Sample.objects.create(
                organisation=case.force, week_begins=AT.date(), seed=7, drawn_at=LATER
            )
            SampledLook.objects.create(
                sample=sample,
                entry=AuditEntry.objects.filter(act="casework.note_read").first(),
                looker=looked.looker,
                record=f"casework.case:{case.pk}",
            )

    def test_are_those_of_organisations_that_the_viewer_audits(self, looked, force):
        (found,) = queries.sampled_looks_visible_to(looked.auditor)
        assert found.sample.organisation == looked.county.force
        may = roles(lambda who: queries.sampled_looks_visible_to(who).exists(), force)
        assert may == {Role.ACCESS_AUDITOR}

    def test_are_confirmed_by_those_who_answer_for_them(self, looked, force):
        (found,) = queries.looks_to_confirm(looked.supervisor)
        assert found.sample.organisation == looked.county.force
        may = roles(lambda who: queries.looks_to_confirm(who).exists(), force)
        assert may == {Role.SUPERVISOR}

    def test_are_not_confirmed_by_whoever_looked(self, looked):
        SampledLook.objects.update(looker=looked.county.people[Role.SUPERVISOR])
        assert not queries.looks_to_confirm(looked.supervisor)


class TestOrganisationsNobodyConfirmsFor:
    def found(self, who: Viewer) -> list[Organisation]:
        return list(queries.organisations_nobody_confirms_for(who, on=AT.date()))

    def test_are_none_where_somebody_does(self, looked):
        assert self.found(looked.auditor) == []

    def test_are_those_that_the_viewer_audits(self, looked):
        ended = AT.date() - timedelta(days=1)
        for person in looked.county.people.values():
            person.assignments.filter(role=Role.SUPERVISOR).update(to_on=ended)
        assert self.found(looked.auditor) == [looked.county.force]
        assert self.found(looked.supervisor) == []
        assert self.found(ANONYMOUS) == []
