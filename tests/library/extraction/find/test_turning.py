import pytest
from tests.library.extraction.papers import items

from answerable.extraction.find.turning import describes, says_none, turns_away


def texts(text: str) -> list[str]:
    return [item.text for item in items(text)]


LIST = """
# Recommendations
1. The force should count its dogs.
2. The force should walk them.
"""
ASKED = ["The force should count its dogs.", "The force should walk them."]


class TestProseAfterAList:
    @pytest.mark.parametrize(
        "prose",
        [
            "The report itself will follow in June. You should tell your commissioner of it.",
            "This letter is on our website. You should let my office know of any mistake.",
            "Handlers told us that they should have more time.",
            "None of this should come as a surprise.",
            "Next steps\nThe force should expect us in June.",
            "A. What we looked at\nB. Who should read this",
        ],
    )
    def test_is_no_item_and_no_part_of_the_last(self, prose: str) -> None:
        assert texts(LIST + prose) == ASKED

    def test_carries_the_last_item_on_where_it_speaks_of_the_same_thing(self) -> None:
        (item,) = items(
            """
            # Recommendations
            1. The Home Office should order a report on kennels.
            The report should be published by May 2027.
            """
        )
        assert item.deadline == "2027-05"

    def test_needs_to_name_who_should_act_beside_bullets(self) -> None:
        found = texts(
            """
            # Areas for improvement
            • The force should improve its kennels.
            • The force should improve its vans.
            Batteries should last thirty days.
            """
        )
        assert len(found) == 2

    def test_ends_a_letter_with_the_farewell(self) -> None:
        found = items(
            """
            Dear Chief Constable
            I make one recommendation:
            1. By 1 July 2028, the force should agree how faults are reported.
            Kind regards
            The force should expect us.
            """
        )
        assert [item.number for item in found] == ["1"]


class TestDescription:
    def test_has_bullets_that_are_no_items_whatever_verb_they_begin_with(self) -> None:
        assert texts(
            """
            # Areas for improvement
            The force should improve its estate.
            We heard about plans to:
            • move the kennels; and
            • review the vans.
            """
        ) == ["The force should improve its estate."]

    def test_between_numbered_items_takes_nothing_from_the_next(self) -> None:
        assert (
            texts(
                """
            # Recommendations
            1. The force should count its dogs.
            We saw plans that include:
            • train journeys;
            (b) review meetings.
            2. The force should walk them.
            """
            )
            == ASKED
        )

    def test_is_told_by_its_verb(self) -> None:
        assert describes("Staff told us about:")
        assert not describes("The force should:")
        assert not describes("Training:")


class TestNoItems:
    def test_are_below_a_heading_where_the_text_says_so(self) -> None:
        assert (
            texts(
                """
                # Recommendations
                We make no recommendations in this report.
                The force should be proud of its dogs.
                """
            )
            == []
        )

    def test_are_meant_only_without_an_addressee(self) -> None:
        assert says_none("None.")
        assert not says_none("We make no recommendations to the Home Office.")

    def test_come_from_words_that_recommend_nothing(self) -> None:
        assert texts("We recommend nothing new. We recommend no changes.") == []
        assert texts("I would recommend that you share this letter.") == []


class TestTurnsAway:
    def test_knows_the_paper_from_a_report_that_the_item_asks_for(self) -> None:
        assert turns_away("The report should be out in May.", after="Forces should count dogs.")
        assert not turns_away("The report should be out in May.", after="Write a report.")
