from tests.library.extraction.papers import reading


class TestResponseOf:
    PAPER = """
    # Northmoor Police and Crime Commissioner: response to the HMICFRS report on dogs
    # Recommendations
    Recommendation 1: Forces should feed dogs.
    Recommendation 2: Forces should buy kennels.
    # Chief Constable's response
    "Recommendation 1: Forces should feed dogs." We have fed them since June 2025.
    Recommendation 2: We do not accept this. The Home Office should pay by May 2027.
    # Commissioner's response
    I recommend that the force looks again. It should write to me.
    """

    def test_keeps_the_two_authors_apart(self) -> None:
        response = reading(self.PAPER).response
        assert response.policing_body is not None
        assert response.policing_body.startswith("I recommend")
        assert response.chief_officer is not None
        assert "We have fed them" in response.chief_officer

    def test_makes_no_item_of_what_is_said_in_reply(self) -> None:
        assert [item.number for item in reading(self.PAPER).items] == ["1", "2"]

    def test_names_what_is_explained_one_by_one(self) -> None:
        assert reading(self.PAPER).response.individually_explained == ("2",)

    def test_finds_the_latest_past_date_and_no_future_one(self) -> None:
        response = reading(self.PAPER).response
        assert (response.latest_mention, response.latest_mention_worded) == ("2025-06", "June 2025")

    def test_is_empty_in_a_report(self) -> None:
        response = reading("# Report\nDogs were cold in May 2025.").response
        assert response.policing_body is None
        assert response.chief_officer is None
        assert response.latest_mention is None

    def test_hears_replies_right_below_items(self) -> None:
        found = reading(
            """
            # Commissioner's response to the HMICFRS report on dogs
            ## Recommendation 1
            Forces should feed dogs.
            Northmoor: nine of ten dogs are fed. The last should be fed by May.
            ## Recommendation 2
            Forces should walk dogs.
            """
        )
        assert [item.text for item in found.items] == [
            "Forces should feed dogs.",
            "Forces should walk dogs.",
        ]
        assert found.response.individually_explained == ("1",)

    def test_hears_rows_labelled_with_the_speaker(self) -> None:
        found = reading(
            """
            # Commissioner's response to the HMICFRS report on dogs
            | Recommendation 1 | |
            | | Forces should feed dogs. |
            | Chief Constable | Accepted. They are fed. |
            | Commissioner | I agree. |
            """
        ).response
        assert (found.chief_officer or "").endswith("Accepted. They are fed.")
        assert (found.policing_body or "").endswith("I agree.")

    def test_gives_the_word_back_after_a_quotation(self) -> None:
        found = reading(
            """
            Dear Home Secretary
            I write in response to the report on dogs.
            The Chief Constable has told me: “We have fed the dogs since March.”
            I expect more of the force.
            """
        ).response
        assert found.chief_officer is not None
        assert "since March" in found.chief_officer
        assert found.policing_body is not None
        assert found.policing_body.endswith("I expect more of the force.")

    def test_hears_the_commissioners_view(self) -> None:
        found = reading(
            """
            # Response to the HMICFRS report on dogs
            ## Recommendation 1
            Forces should feed dogs.
            ## Chief Constable's response
            We accept this.
            ## The Commissioner's view
            I welcome the report.
            """
        ).response
        assert (found.policing_body, found.chief_officer) == (
            "I welcome the report.",
            "We accept this.",
        )

    def test_is_empty_in_a_list_of_reports_and_replies(self) -> None:
        found = reading(
            """
            # Inspection reports and our responses
            | Report | Date | Response |
            | Warm dogs (5 recommendations) | 1 May 2026 | Read the response |
            """
        ).response
        assert (found.policing_body, found.chief_officer) == (None, None)
