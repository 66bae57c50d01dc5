import pytest

from answerable.extraction.numerals import value_of


class TestValueOf:
    @pytest.mark.parametrize(
        ("numeral", "value"),
        [
            ("14", 14),
            ("fourteen", 14),
            ("twenty-eight", 28),
            ("Twenty eight", 28),
            ("one hundred and eighty", 180),
        ],
    )
    def test_reads_words_and_figures(self, numeral: str, value: int) -> None:
        assert value_of(numeral) == value

    def test_is_none_for_other_words(self) -> None:
        assert value_of("several") is None
