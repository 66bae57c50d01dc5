from __future__ import annotations

from datetime import date

import pytest
from tests import factories, factories_support
from tests.factories_support import AT, CLOSES

from answerable.surveys.groups import Channel
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role
from answerable_site.support import operations, queries
from answerable_site.support.models import Asked, InvitationCode, Passage, Tally
from answerable_site.support.rules import (
    CountRefused,
    SurveyRefused,
    SurveyState,
    lines_of,
)


class TestOpenSurvey:
    def test_has_every_count_as_nought_from_its_first_day_on(self, office):
        lines = set(lines_of(queries.instrument_of(office.survey)))
        held = Tally.objects.filter(survey=office.survey, count=0)
        assert {(one.of, one.key, one.option) for one in held} == {
            (line.of, line.key, line.option) for line in lines
        }

    def test_is_refused_without_a_recommendation(self, office):
        with pytest.raises(SurveyRefused):
            operations.open_survey(
                **office.keeping,
                body=office.office.body,
                new=office.new_survey(recommendations=[]),
            )

    def test_is_for_the_office(self, office):
        with pytest.raises(Refused):
            operations.open_survey(
                **office.asking, body=office.office.body, new=office.new_survey()
            )


class TestMoveClosingDay:
    def test_keeps_the_days_before(self, office):
        operations.move_closing_day(
            **office.keeping,
            survey=office.survey,
            closes_on=date(2026, 9, 30),
            reason="Few were asked",
        )
        assert [one.on for one in office.survey.closing_days.order_by("pk")] == [
            CLOSES,
            date(2026, 9, 30),
        ]


class TestCloseSurvey:
    def test_makes_codes_that_were_not_used_good_no_longer(self, office):
        office.codes(3)
        for _ in range(5):
            office.answer({"as_wished": "no"})
        assert office.closed().state == SurveyState.CLOSED
        assert not InvitationCode.objects.exists()

    def test_happens_once(self, office):
        for _ in range(5):
            office.answer({"as_wished": "no"})
        office.closed()
        with pytest.raises(SurveyRefused):
            office.closed()


class TestGiveUpSurvey:
    def test_erases_what_was_answered(self, office):
        office.answer({"as_wished": "no", "better": "Sooner."})
        operations.give_up_survey(**office.keeping, survey=office.survey, reason="Too few")
        assert not Passage.objects.exists()
        assert not Tally.objects.exists()
        assert not InvitationCode.objects.exists()


class TestMakeCodes:
    def test_keeps_digests_sorted_and_not_in_the_order_of_handing_out(self, office):
        codes = office.codes(20)
        kept = list(InvitationCode.objects.values_list("digest", flat=True))
        assert len(set(codes)) == len(kept) == 20
        assert not set(codes) & set(kept)
        assert kept == sorted(kept)

    def test_is_refused_to_a_service_of_another_directory(self, office):
        other = factories_support.listening("Sallowfen")
        with pytest.raises(Refused):
            operations.make_codes(
                **other.asking,
                survey=office.survey,
                organisation=other.organisation,
                channel=Channel.LINK,
                number=1,
            )

    def test_is_refused_to_a_service_that_was_taken_out(self, office):
        operations.end_service(**office.keeping, service=office.service, reason="Closed down")
        with pytest.raises(Refused):
            office.codes()


class TestRecordAsked:
    def test_leaves_out_groups_that_were_not_counted(self, office):
        office.asked(12, age={"under_25": 5, "25_to_44": 0}, sex={})
        assert Asked.objects.get().groups == {"age": {"under_25": 5}}

    def test_is_refused_where_a_group_has_more_than_all(self, office):
        with pytest.raises(CountRefused):
            office.asked(4, age={"under_25": 5})

    def test_is_struck_out_once_by_the_service_alone(self, office):
        office.asked(12)
        asked = Asked.objects.get()
        stranger = factories.person("A Stranger", (office.office.body, Role.RESPONSE_OFFICER))
        with pytest.raises(Refused):
            operations.strike_asked(by=factories.viewer(stranger), at=AT, asked=asked)
        operations.strike_asked(**office.asking, asked=asked)
        assert not list(queries.asked_entries(office.survey))
        with pytest.raises(CountRefused):
            operations.strike_asked(**office.asking, asked=asked)
