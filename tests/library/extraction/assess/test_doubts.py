from tests.library.extraction.papers import items, reading


class TestDoubtsAboutTheReading:
    def test_compare_the_count_in_the_text_with_what_was_found(self) -> None:
        warnings = reading(
            """
            # Summary
            We make fourteen recommendations.
            # Recommendations
            1. Forces should feed dogs.
            """
        ).warnings
        assert "The text says 14 recommendations, 1 was found." in warnings

    def test_name_the_gaps_in_the_numbers(self) -> None:
        warnings = reading(
            """
            # Recommendations
            7. Forces should feed dogs.
            12. Forces should walk dogs.
            """
        ).warnings
        assert "The numbers jump from 7 to 12." in warnings

    def test_say_that_no_date_is_shown(self) -> None:
        assert "No publication date is shown in the text." in reading("# Report").warnings

    def test_say_that_nothing_was_found(self) -> None:
        assert reading("# News").items == ()
        assert any(
            warning.startswith("No recommendation") for warning in reading("# News").warnings
        )

    def test_point_at_a_request_outside_the_numbered_list(self) -> None:
        found = reading(
            """
            # Chapter 1
            We recommend that every kennel is heated before the winter comes.
            # Recommendations
            1. Forces should feed dogs.
            2. Forces should walk dogs.
            """
        )
        assert len(found.items) == 2
        assert any("outside the numbered list" in warning for warning in found.warnings)


class TestDoubtsAboutAnItem:
    def test_name_a_missing_addressee_and_a_vague_deadline(self) -> None:
        (item,) = items(
            """
            # Recommendations
            1. Guidance should be issued by autumn 2026.
            """
        )
        assert "The text names nobody who should act." in item.doubts
        assert "The deadline “by autumn 2026” cannot be turned into a date." in item.doubts

    def test_lower_the_confidence_of_an_item_that_does_not_ask(self) -> None:
        sure, unsure = items(
            """
            # Recommendations
            1. Forces should feed dogs.
            2. Improve the kennels of all dogs.
            """
        )
        assert sure.confidence > unsure.confidence


class TestDoubtsAboutTheLanguage:
    def test_say_that_welsh_is_not_read(self) -> None:
        warnings = reading(
            """
            # Argymhellion
            1. Dylai heddluoedd fwydo eu cŵn cyn mis Mai 2026.
            """
        ).warnings
        assert any(warning.startswith("The text is in Welsh") for warning in warnings)
