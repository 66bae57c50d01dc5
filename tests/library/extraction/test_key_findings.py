from tests.library.extraction.papers import reading


class TestKeyFindingsOf:
    def test_are_the_paragraphs_and_bullets_below_their_heading(self) -> None:
        found = reading(
            """
            # Key findings
            Dogs are cold.
            • Kennels are old.
            # Recommendations
            1. Forces should feed dogs.
            """
        )
        assert [finding.text for finding in found.key_findings] == [
            "Dogs are cold.",
            "Kennels are old.",
        ]
