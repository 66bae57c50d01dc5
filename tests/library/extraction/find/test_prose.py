from tests.library.extraction.papers import items


class TestRunningText:
    def test_recommends_where_it_says_so(self) -> None:
        (item,) = items(
            """
            # Report
            Calls are lost. We therefore recommend that forces publish their figures by May 2026.
            Two do so now.
            """
        )
        assert item.text == "We therefore recommend that forces publish their figures by May 2026."
        assert item.deadline == "2026-05"

    def test_may_print_the_number_after_the_request(self) -> None:
        (item,) = items(
            """
            # Report
            The force should review its dog strategy (Recommendation 1).
            """
        )
        assert item.number == "1"

    def test_asks_nothing_by_telling_what_others_think(self) -> None:
        assert (
            items(
                """
                # Report
                Officers told us that they should have more time. One knew what she should do.
                We recommend her to the force.
                """
            )
            == ()
        )


class TestLetter:
    LETTER = """
    12 May 2026
    To: The Chief Constable, Northmoor Police
    Dear Chief Constable
    I recommend that you review the rota within 28 days of this letter.
    The chief constable should also tell the commissioner.
    Your staff should be proud.
    """

    def test_recommends_in_the_first_person_and_by_naming_the_office(self) -> None:
        found = items(self.LETTER)
        assert [item.text.split()[0] for item in found] == ["I", "The"]

    def test_says_you_to_the_office_it_is_written_to(self) -> None:
        first = items(self.LETTER)[0]
        assert [addressee.name for addressee in first.addressees] == ["the chief constable"]
        assert first.deadline_from == "of this letter"

    def test_asks_nothing_by_telling_what_was_asked_before(self) -> None:
        assert (
            items("Dear Chief Constable\nIn 2025 we said that the force should count cells.") == ()
        )

    def test_may_announce_a_list(self) -> None:
        found = items(
            """
            Dear Chief Constable
            I therefore make two further recommendations:
            5. By 30 June 2026, the force should tell line managers.
            6. The force should check the conditions.
            I don't intend to visit again. You should send evidence by July 2026.
            """
        )
        assert [item.number for item in found] == ["5", "6"]


class TestRunOnParagraph:
    def test_makes_an_item_of_each_sentence_that_recommends(self) -> None:
        found = items(
            """
            # Conclusions and recommendations
            Nobody knows what dogs cost. We recommend that forces publish the sum by May 2027.
            """.rstrip()
            + " We further recommend that the Home Office should pay. They should do so soon."
        )
        assert [item.text for item in found] == [
            "We recommend that forces publish the sum by May 2027.",
            "We further recommend that the Home Office should pay. They should do so soon.",
        ]

    def test_is_cut_at_the_names_of_items(self) -> None:
        found = items(
            "Dogs are cold. Recommendation 3: Forces should buy kennels. Recommendation 4. Forces "
            "should wash them."
        )
        assert [item.number for item in found] == ["3", "4"]

    def test_in_a_log_names_items_of_elsewhere(self) -> None:
        assert items("03/07/2026 Rang them. Recommendation 2 (Dogs): proof should be sent.") == ()


class TestQuotation:
    def test_of_an_earlier_paper_is_past(self) -> None:
        assert items("Our 2019 report said: “We recommend that forces buy kennels.”") == ()


class TestCallingOn:
    def test_asks_as_well_as_should_does(self) -> None:
        first, second = items(
            """
            # Report
            Chief constables are asked to:
            • count their dogs.
            By May 2027, we expect the Home Office to:
            • pay for them.
            """
        )
        assert [addressee.name for addressee in first.addressees] == ["Chief constables"]
        assert second.deadline == "2027-05"

    def test_tells_nothing_of_what_was_asked_before(self) -> None:
        assert items("# Report\nWe asked forces to:\n• count their dogs.") == ()
