from __future__ import annotations

from fractions import Fraction

import pytest
from tests import factories, factories_support

from answerable_site.people.access import Refused
from answerable_site.people.rules import Role
from answerable_site.support import operations, queries
from answerable_site.support.models import Passage
from answerable_site.support.rules import CodingRefused


@pytest.fixture
def answered(db):
    return factories_support.answered()


@pytest.fixture
def named(answered):
    operations.name_coders(
        **answered.keeping,
        survey=answered.survey,
        first=answered.coders[0],
        second=answered.coders[1],
    )
    return answered


@pytest.fixture
def coded(db):
    return factories_support.coded()


def passages():
    return list(Passage.objects.order_by("pk"))


class TestNameCoders:
    def test_takes_people_with_the_role_and_two_of_them(self, answered):
        stranger = factories.person("No Coder", (answered.office.body, Role.ANALYST))
        for first, second in (
            (answered.coders[0], answered.coders[0]),
            (answered.coders[0], stranger),
        ):
            with pytest.raises(CodingRefused):
                operations.name_coders(
                    **answered.keeping, survey=answered.survey, first=first, second=second
                )

    def test_waits_for_the_survey_to_be_closed(self, office):
        with pytest.raises(CodingRefused):
            operations.name_coders(
                **office.keeping,
                survey=office.survey,
                first=office.coders[0],
                second=office.coders[1],
            )


class TestCoding:
    def test_is_for_the_two_coders_alone(self, named):
        third = factories.person("Third Coder", (named.office.body, Role.FEEDBACK_CODER))
        for user in (third, named.office.officer):
            assert not queries.passages_visible_to(named.viewer(user)).exists()
            with pytest.raises(Refused):
                operations.code_passage(
                    by=named.viewer(user),
                    at=factories_support.AT,
                    passage=passages()[0],
                    themes=[],
                )

    def test_is_given_once(self, named):
        first = {**named.coding(1), "passage": passages()[0], "themes": ["waiting"]}
        operations.code_passage(**first)
        with pytest.raises(CodingRefused):
            operations.code_passage(**first)

    def test_is_settled_and_quoted_only_once_both_have_coded_all(self, named):
        [one, *_] = passages()
        operations.code_passage(**named.coding(1), passage=one, themes=["waiting"])
        operations.code_passage(**named.coding(2), passage=one, themes=["support"])
        with pytest.raises(CodingRefused):
            operations.settle_passage(**named.coding(1), passage=one, themes=["waiting"])
        with pytest.raises(CodingRefused):
            operations.offer_quote(**named.coding(1), passage=one, words="A call")

    def test_counts_agreement_from_before_the_settling(self, coded):
        found = queries.agreement_in(coded.survey)
        assert found.whole.share == Fraction(11, 12)
        assert queries.coding_progress(coded.survey).is_settled
        assert queries.themes_of(queries.coded_passages(coded.survey)[0]) == {
            *("being_told", "waiting")
        }


class TestQuotes:
    def test_are_words_as_they_stand_and_approved_by_the_other(self, coded):
        [one, *_] = passages()
        with pytest.raises(CodingRefused):
            operations.offer_quote(**coded.coding(1), passage=one, words="A visit")
        quote = operations.offer_quote(**coded.coding(1), passage=one, words="A call …")
        with pytest.raises(Refused):
            operations.judge_quote(**coded.coding(1), quote=quote, is_safe=True)
        operations.judge_quote(**coded.coding(2), quote=quote, is_safe=True)
        assert list(queries.approved_quotes(coded.survey)) == [quote]

    def test_that_are_refused_are_not_quoted(self, coded):
        quote = operations.offer_quote(**coded.coding(1), passage=passages()[0], words="A call")
        operations.judge_quote(**coded.coding(2), quote=quote, is_safe=False)
        assert not queries.approved_quotes(coded.survey).exists()
        with pytest.raises(CodingRefused):
            operations.judge_quote(**coded.coding(2), quote=quote, is_safe=True)
