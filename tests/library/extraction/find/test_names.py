from tests.library.extraction.papers import items, numbers


class TestNamedItems:
    def test_may_have_their_words_below_the_label(self) -> None:
        (item,) = items(
            """
            ## Recommendation 4
            By May 2026, forces should call parents.
            We saw many children. They should be at home.
            """
        )
        assert (item.number, item.text) == ("4", "By May 2026, forces should call parents.")

    def test_may_have_a_subject_beside_the_label(self) -> None:
        (item,) = items(
            """
            ## Recommendation 1: Training
            The force should train staff.
            """
        )
        assert item.text == "The force should train staff."

    def test_may_name_whom_they_ask_in_brackets(self) -> None:
        (item,) = items(
            """
            ## Recommendation 2 (for chief constables)
            Vans should be bought.
            """
        )
        assert [addressee.name for addressee in item.addressees] == ["chief constables"]

    def test_may_run_on_in_a_paragraph(self) -> None:
        assert numbers(
            """
            # Report
            Dogs were cold. Recommendation 1: By May 2026, the force should buy kennels.
            Recommendation 2: The Home Office should pay. We saw no money.
            """
        ) == ["1", "2"]

    def test_under_a_heading_for_a_range_keep_their_own_numbers(self) -> None:
        assert numbers(
            """
            ## Recommendations 4–6
            4. The force should buy kennels.
            5. The force should feed dogs.
            6. The Home Office should pay.
            """
        ) == ["4", "5", "6"]

    def test_take_owner_and_deadline_from_the_lines_below(self) -> None:
        (item,) = items(
            """
            ## Recommendation 1
            Kennels should be painted.
            Rationale: they are grey.
            Owner: Chief constable
            Timescale: within four months
            """
        )
        assert item.text == "Kennels should be painted."
        assert item.deadline == "within 4 months"
        assert [addressee.name for addressee in item.addressees] == ["Chief constable"]

    def test_keep_a_request_that_follows_their_bullets(self) -> None:
        (item,) = items(
            """
            ## Recommendation 2
            The College of Policing should:
            • publish the standard; and
            • make sure that it is followed.
            The standard should be reviewed each year.
            Forces had asked for this. Some had waited long.
            """
        )
        assert item.text.endswith("The standard should be reviewed each year.")

    def test_that_are_closed_are_no_items(self) -> None:
        assert numbers(
            """
            ## Recommendation 1
            The force should train staff.
            Status: closed
            ## Recommendation 2
            The force should buy vans.
            Status: open
            """
        ) == ["2"]

    def test_that_are_only_mentioned_are_no_items(self) -> None:
        assert (
            items(
                """
                # Report
                Recommendation 4 was made in 2019. In 2019 we recommended that forces should rest.
                """
            )
            == ()
        )


class TestWhatIsNoItem:
    def test_earlier_recommendations(self) -> None:
        assert (
            items(
                """
                # A re-inspection of kennels
                ## Progress against our 2018 recommendations
                ### Recommendation 1
                Forces should sell kennels.
                ## Recommendations from our 2018 report
                1. Forces should feed dogs.
                """
            )
            == ()
        )

    def test_a_glossary(self) -> None:
        assert (
            items(
                """
                # What is a recommendation?
                A recommendation names a body that should act. The force should respond in 56 days.
                # Annex: definitions
                Recommendation
                What a named body should do.
                """
            )
            == ()
        )

    def test_the_minutes_of_a_committee(self) -> None:
        assert (
            items(
                """
                # Minutes of the audit panel
                ## Recommendations
                1. That members should note the report.
                2. Officers should circulate the policy.
                """
            )
            == ()
        )

    def test_a_news_item(self) -> None:
        assert (
            items(
                """
                # Force must do better, inspectors say
                Inspectors told the force that it should answer calls faster.
                The report makes 12 recommendations.
                """
            )
            == ()
        )


class TestNamedAfterAParagraphNumber:
    def test_is_an_item_among_numbered_paragraphs(self) -> None:
        found = items(
            """
            # Kennels
            4.1 Kennels were cold in most forces.
            4.2 Recommendation: By May 2028, forces should heat all kennels.
            4.3 Some vans were cold too.
            """
        )
        assert [item.deadline for item in found] == ["2028-05"]


class TestTitleThatNamesWhoShouldAct:
    def test_is_followed_by_a_bare_verb(self) -> None:
        (item,) = items(
            """
            Recommendation 1 - Chief constables
            Count all dogs by May 2028.
            """
        )
        assert [addressee.name for addressee in item.addressees] == ["Chief constables"]
