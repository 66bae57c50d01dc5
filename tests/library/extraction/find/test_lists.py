from tests.library.extraction.papers import items, numbers


class TestNumberedList:
    def test_makes_one_item_of_each_number_whatever_bullets_it_holds(self) -> None:
        first, second = items(
            """
            # Recommendations
            1. Forces should:
            • buy kennels; and
            • paint them.
            2. The Home Office should pay.
            """
        )
        assert [point.text for point in first.sub_points] == ["buy kennels; and", "paint them."]
        assert second.text == "The Home Office should pay."

    def test_keeps_gaps_and_letters_in_numbers(self) -> None:
        assert numbers(
            """
            # Recommendations
            3a. Forces should feed dogs.
            3b. Forces should walk dogs.
            7. Forces should rest.
            """
        ) == ["3a", "3b", "7"]

    def test_keeps_the_words_that_follow_the_bullets(self) -> None:
        (item,) = items(
            """
            # Recommendations
            1. Forces should:
            • buy kennels.
            This should be complete by June 2026.
            """
        )
        assert item.text == "Forces should:\nThis should be complete by June 2026."
        assert item.deadline == "2026-06"

    def test_reads_roman_numbers_with_lettered_points(self) -> None:
        first, second = items(
            """
            # Our recommendations
            i. The force should buy kennels.
            ii. The force should:
            a) feed the dogs; and
            b) walk them.
            """
        )
        assert (first.number, second.number) == ("i", "ii")
        assert [point.label for point in second.sub_points] == ["a", "b"]

    def test_takes_a_dotted_number_below_an_item_for_its_point(self) -> None:
        (item,) = items(
            """
            # Recommendations
            1. The force should:
            1.1 train staff;
            1.2 buy vans.
            """
        )
        assert [point.label for point in item.sub_points] == ["1.1", "1.2"]

    def test_goes_on_over_a_page_and_a_broken_sentence(self) -> None:
        first, second = items(
            """
            # Recommendations
            1. Forces should feed dogs well and
            ----
            often, with good food.
            2. Forces should rest.
            """
        )
        assert first.text == "Forces should feed dogs well and often, with good food."
        assert second.number == "2"

    def test_takes_addressee_and_date_from_group_headings(self) -> None:
        found = items(
            """
            # Recommendations
            ## To the Home Office:
            1. Pay for the kennels.
            ## By 31 March 2026
            2. Forces should feed dogs.
            ## No date
            3. Forces should rest.
            """
        )
        assert [addressee.name for addressee in found[0].addressees] == ["the Home Office"]
        assert [item.deadline for item in found] == [None, "2026-03-31", None]

    def test_takes_a_numbered_heading_for_the_subject_of_the_words_below(self) -> None:
        first, second = items(
            """
            # Recommendations
            1. Training
            The force should train staff by May 2026.
            2. Vans
            The force should buy vans.
            """
        )
        assert (first.number, first.text) == ("1", "The force should train staff by May 2026.")
        assert (second.number, second.text) == ("2", "The force should buy vans.")

    def test_ends_where_the_report_tells_what_was_found(self) -> None:
        assert numbers(
            """
            # Recommendations
            1. Forces should feed dogs.
            # Findings
            1. Dogs were cold. They should be warm.
            2. Cats were warm.
            """
        ) == ["1"]


class TestLeadIn:
    def test_makes_one_item_with_its_bullets(self) -> None:
        (item,) = items(
            """
            # Recommendations
            Within three months, the force should:
            • write a plan; and
            • publish it.
            """
        )
        assert item.text == "Within three months, the force should:"
        assert [point.deadline for point in item.sub_points] == ["within 3 months"] * 2

    def test_that_only_announces_makes_items_of_the_bullets(self) -> None:
        found = items(
            """
            # Recommendations
            The following recommendations are made to the College of Policing:
            • The College should revise its course.
            • The College should publish its data.
            """
        )
        assert [item.text for item in found] == [
            "The College should revise its course.",
            "The College should publish its data.",
        ]

    def test_that_is_only_a_date_hands_it_to_the_bullets(self) -> None:
        found = items(
            """
            # Recommendations
            By 31 March 2026:
            • The force should train its supervisors.
            • The Home Office should fund the training.
            """
        )
        assert [item.deadline for item in found] == ["2026-03-31", "2026-03-31"]

    def test_over_numbered_lines_names_their_addressee(self) -> None:
        found = items(
            """
            # Recommendations
            Chief constables should:
            1. review how long children wait; and
            2. stop using paper forms.
            """
        )
        assert [item.number for item in found] == ["1", "2"]
        assert [item.addressees[0].name for item in found] == ["Chief constables"] * 2


class TestBullets:
    def test_that_are_whole_sentences_are_items_of_their_own(self) -> None:
        found = items(
            """
            # Recommendations
            • Forces should feed dogs.
            • Guidance should be issued.
            """
        )
        assert [len(item.addressees) for item in found] == [1, 0]


class TestAreasForImprovement:
    def test_are_one_a_paragraph_below_a_plural_heading(self) -> None:
        found = items(
            """
            # Areas for improvement
            The force should improve its recording.
            The force should use its data better. It should publish them each year.
            During our inspection we saw good work. Officers should be proud.
            """
        )
        assert [item.kind.value for item in found] == ["area_for_improvement"] * 2
        assert found[1].text.endswith("each year.")

    def test_are_one_below_a_singular_heading(self) -> None:
        (item,) = items(
            """
            ## Area for improvement
            The force needs to improve how it supervises investigations.
            In 30 of 60 files there was no plan. Supervisors should check each file but do not.
            """
        )
        assert item.text == "The force needs to improve how it supervises investigations."

    def test_end_with_their_panel(self) -> None:
        (item,) = items(
            """
            [box] ## Area for improvement
            [box] The force should answer calls sooner.
            The force should have known. Callers should be heard.
            """
        )
        assert item.text == "The force should answer calls sooner."


class TestCauseOfConcern:
    PAPER = """
    ## Cause of concern
    The force does not protect children from exploitation.
    It does not know how many are at risk.
    ### Recommendations
    Within three months, the force should:
    • count them;
    • visit them.
    Within six months, the force should review its policy.
    ## What we found
    The force should do more. We were told so.
    """

    def test_is_an_item_with_its_recommendations_below_it(self) -> None:
        cause, first, second = items(self.PAPER)
        assert cause.kind == "cause_of_concern"
        assert (cause.parent, first.parent, second.parent) == (None, 0, 0)

    def test_has_no_deadline_while_its_recommendations_have(self) -> None:
        assert [item.deadline for item in items(self.PAPER)] == [
            None,
            "within 3 months",
            "within 6 months",
        ]


class TestWhatShouldHaveBeenDone:
    def test_by_a_day_is_asked_in_a_list(self) -> None:
        (item,) = items(
            """
            # Recommendations
            By 31 December 2028, the force should have inspected half of its kennels.
            """
        )
        assert item.deadline == "2028-12-31"
        assert [addressee.name for addressee in item.addressees] == ["the force"]

    def test_is_a_reproach_in_running_text(self) -> None:
        assert items("# Report\nBy 1 May 2020, the force should have had a plan.") == ()


class TestHeadingForWhom:
    def test_opens_a_numbered_list_of_imperatives(self) -> None:
        found = items(
            """
            # Report
            ## For chief constables
            1. Waive the fee for kennels.
            2. Count all dogs by May 2027.
            ## For the Home Office
            3. Pay for the kennels.
            """
        )
        assert [item.addressees[0].name for item in found] == [
            "chief constables",
            "chief constables",
            "the Home Office",
        ]


class TestMarksOfOneShape:
    def test_tell_letters_below_roman_numbers_for_points(self) -> None:
        found = items(
            """
            # Recommendations
            (i) Forces should:
            (a) walk their dogs; and
            (b) feed them.
            (ii) The Home Office should pay.
            """
        )
        assert [(item.number, len(item.sub_points)) for item in found] == [("i", 2), ("ii", 0)]


class TestNestedBullets:
    def test_come_back_to_the_next_item(self) -> None:
        first, second = items(
            """
# Recommendations
- By May 2028, the force should count its dogs. This should include:
    - puppies; and
    - old dogs.
- By June 2028, the force should walk them.
            """
        )
        assert len(first.sub_points) == 2
        assert second.deadline == "2028-06"
