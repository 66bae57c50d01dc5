from __future__ import annotations

import pytest
from tests.site.rights import (
    AREA,
    BODY,
    EVERYBODY,
    FORCE,
    INSPECTORATE,
    ME,
    NATIONAL,
    PLACES,
    SERVICE,
    SOMEBODY_ELSE,
    allowed,
)

from answerable_site.accessreview import access
from answerable_site.accessreview.models import HandOut, Sample, SampledLook
from answerable_site.casework.models import Case, CaseOpening
from answerable_site.people.access import Refused
from answerable_site.people.rules import Post, Role, Viewer

CASE = Case(force_id=FORCE.pk)
AUDITOR, SUPERVISOR = "access_auditor of the force", "supervisor of the force"


def opening(user_id: int = SOMEBODY_ELSE) -> CaseOpening:
    return CaseOpening(case=CASE, organisation_id=AREA.pk, user_id=user_id)


def look(looker_id: int = SOMEBODY_ELSE) -> SampledLook:
    return SampledLook(sample=Sample(organisation_id=FORCE.pk), looker_id=looker_id)


class TestConfirmedBy:
    @pytest.mark.parametrize(
        ("place", "who_may"),
        [
            (FORCE, {SUPERVISOR}),
            (AREA, {"cps_manager of the CPS Area"}),
            (SERVICE, {"access_auditor of the service"}),
            (INSPECTORATE, {"access_auditor of the inspectorate"}),
            (BODY, set()),
            (NATIONAL, set()),
        ],
    )
    def test_are_organisations_where_the_viewer_answers_for_looks(self, place, who_may):
        assert allowed(lambda who: place.pk in access.confirmed_by(who)) == who_may

    def test_are_all_of_them(self):
        supervisor = Viewer(ME, "A", tuple(place.post(Role.SUPERVISOR) for place in PLACES))
        assert access.confirmed_by(supervisor) == {FORCE.pk, 4}

    def test_are_none_where_nobody_said_of_what_kind_it_is(self):
        unknown = Viewer(ME, "A", (Post(Role.SUPERVISOR, FORCE.pk, "A force", None),))
        assert access.confirmed_by(unknown) == frozenset()


class TestAuditing:
    def test_is_for_access_auditors_of_the_organisation(self):
        assert allowed(lambda who: FORCE.pk in access.audited_by(who)) == {AUDITOR}
        assert allowed(lambda who: access.check_can_audit(who, FORCE.pk)) == {AUDITOR}


class TestReviewing:
    def test_is_for_auditors_of_the_case_and_of_whoever_opened_it(self):
        found = allowed(lambda who: access.check_can_review(who, opening()))
        assert found == {AUDITOR, "access_auditor of the CPS Area"}

    def test_is_not_for_whoever_opened_it(self):
        with pytest.raises(Refused, match="You opened this case yourself"):
            access.check_can_review(EVERYBODY[AUDITOR], opening(user_id=ME))


class TestConfirming:
    def test_is_for_those_who_answer_for_looks_there(self):
        assert allowed(lambda who: access.check_can_confirm(who, look())) == {SUPERVISOR}

    def test_is_not_for_whoever_looked(self):
        with pytest.raises(Refused, match="your own look"):
            access.check_can_confirm(EVERYBODY[SUPERVISOR], look(looker_id=ME))


class TestReleasing:
    def test_is_for_supervisors_of_the_force(self):
        asked = HandOut(case=CASE, asked_by_id=SOMEBODY_ELSE)
        assert allowed(lambda who: access.check_can_release(who, asked)) == {SUPERVISOR}

    def test_is_not_for_whoever_asked(self):
        with pytest.raises(Refused, match="You asked for this yourself"):
            access.check_can_release(EVERYBODY[SUPERVISOR], HandOut(case=CASE, asked_by_id=ME))
