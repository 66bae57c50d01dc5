from tests.library.extraction.papers import reading


def pairs(text: str) -> list[tuple[str, str]]:
    return [(judgement.question, judgement.grade) for judgement in reading(text).judgements]


class TestJudgementsOf:
    def test_reads_rows_of_a_table(self) -> None:
        assert pairs(
            """
            | Question | Grade |
            | Preventing crime | Good |
            | Responding to the public | Requires improvement |
            """
        ) == [("Preventing crime", "Good"), ("Responding to the public", "Requires improvement")]

    def test_reads_a_grid_with_grades_as_headings(self) -> None:
        assert pairs(
            """
            | Good | Adequate | Inadequate |
            | Preventing crime | Managing offenders | Answering calls |
            """
        ) == [
            ("Preventing crime", "Good"),
            ("Managing offenders", "Adequate"),
            ("Answering calls", "Inadequate"),
        ]

    def test_reads_lines_and_sentences(self) -> None:
        assert pairs(
            """
            Preventing crime: Outstanding
            Northmoor Police requires improvement at investigating crime.
            """
        ) == [("Preventing crime", "Outstanding"), ("investigating crime", "requires improvement")]

    def test_finds_no_grade_in_plain_prose(self) -> None:
        assert pairs("The food was good and the kennels were adequate.") == []
