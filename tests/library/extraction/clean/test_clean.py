from tests.library.extraction.papers import items, numbers, paper

from answerable.extraction.clean import clean


def kept(text: str) -> list[str]:
    return [line.text for line in clean(paper(text))]


class TestFurniture:
    def test_leaves_out_running_headers_and_page_numbers(self) -> None:
        pages = "\n----\n".join(
            f"Report on dogs\nPage text {word}.\n{number}" for number, word in enumerate("abcd", 1)
        )
        assert kept(pages) == [f"Page text {word}." for word in "abcd"]

    def test_keeps_labels_that_stand_alone_at_the_top_of_pages(self) -> None:
        pages = "\n----\n".join(
            f"## Recommendation {number}\nThe force should train group {number}."
            for number in range(1, 5)
        )
        assert numbers(pages) == ["1", "2", "3", "4"]


class TestContents:
    def test_leaves_out_a_contents_list_with_page_numbers(self) -> None:
        assert numbers(
            """
            # Contents
            Summary ........ 2
            Recommendation 1: Forces should feed dogs ........ 4
            # Summary
            Dogs are cold.
            # Recommendations
            1. Forces should feed dogs.
            """
        ) == ["1"]

    def test_leaves_out_a_list_of_headings_that_come_again(self) -> None:
        listed = "# On this page\n1. Summary\n2. Recommendations\n"
        assert kept(f"{listed}# Summary\n# Recommendations") == ["Summary", "Recommendations"]

    def test_leaves_out_numbered_entries_that_come_again_in_other_words(self) -> None:
        assert (
            items(
                """
                # Contents
                1. Overview
                2. Cause of concern: missing dogs
                # Overview
                There are areas in which the force needs to improve.
                """
            )
            == ()
        )


class TestLanguages:
    def test_takes_the_english_half_once(self) -> None:
        found = items(
            """
            # Argymhellion / Recommendations
            1. Dylai heddluoedd fwydo eu cŵn cyn mis Mai 2026.
            2. Dylai’r Swyddfa Gartref dalu am y cytiau.
            1. Forces should feed their dogs by May 2026.
            2. The Home Office should pay for the kennels.
            """
        )
        assert [item.text.split()[0] for item in found] == ["Forces", "The"]


class TestBrokenSentences:
    def test_are_made_whole_with_their_places(self) -> None:
        document = paper(
            "We recommend that forces feed their dogs well and\n----\noften, with good food."
        )
        (line,) = clean(document)
        assert line.text.endswith("well and often, with good food.")
        assert line.end == len(document.text)


class TestParagraphNumbers:
    def test_are_no_numbers_of_recommendations(self) -> None:
        told = "\n".join(
            f"2.{number} We visited kennels in the north and in the south, and saw they were cold."
            for number in range(1, 7)
        )
        (item,) = items(f"# Report\n{told}\n2.7 We recommend that the force buys kennels.")
        assert item.number is None

    PARAGRAPHS = """
    # Report
    11. We visited six kennels.
    ## Recommendation
    Forces should count their dogs.
    12. Handlers said that was hard.
    13. Courses should be simpler, they told us.
    ## Recommendation
    The Home Office should pay.
    14. Nobody knew the sum.
    """

    def test_run_on_past_the_items_and_make_none(self) -> None:
        assert [item.text for item in items(self.PARAGRAPHS)] == [
            "Forces should count their dogs.",
            "The Home Office should pay.",
        ]

    def test_are_no_labels_of_sub_points(self) -> None:
        (item,) = items(
            """
            # Dogs
            ## Recommendation 1
            Forces should count their dogs.
            2.8 We discussed this with handlers.
            2.9 Two forces had no list.
            """
        )
        assert item.sub_points == ()

    def test_stay_with_a_list_that_goes_on_below_a_heading(self) -> None:
        assert numbers(
            """
            # Recommendations
            ## Dogs
            1. Forces should count their dogs.
            2. Forces should walk them.
            ## Vans
            3. Forces should wash their vans.
            """
        ) == ["1", "2", "3"]

    def test_are_known_by_most_of_them_where_some_ask(self) -> None:
        assert numbers(
            """
            # Kennels
            1.1 All should have been heated, but two were cold.
            Recommendation 1: Forces should heat their kennels.
            1.2 Handlers told us that someone should ask them.
            1.3 In one force, a manager said: "We should know."
            # Vans
            2.1 The law says that vans must have windows.
            """
        ) == ["1"]
