import pytest

from answerable.extraction.dates import dates_in, sole_date


class TestDatesIn:
    @pytest.mark.parametrize(
        ("printed", "value"),
        [
            ("16 July 2021", "2021-07-16"),
            ("16th of July 2021", "2021-07-16"),
            ("16/07/2021", "2021-07-16"),
            ("03/04/25", "2025-04-03"),
            ("2021-07-16", "2021-07-16"),
            ("July 16, 2021", "2021-07-16"),
            ("July 2021", "2021-07"),
            ("Sept 2021", "2021-09"),
            ("16 Gorffennaf 2021", "2021-07-16"),
            ("16 July 202112", "2021-07-16"),
        ],
    )
    def test_reads_the_day_before_the_month(self, printed: str, value: str) -> None:
        assert [date.value for date in dates_in(f"It came out on {printed}.")] == [value]

    def test_passes_over_days_that_no_calendar_has(self) -> None:
        assert list(dates_in("31/02/2021 and 2021-13-01")) == []

    def test_tells_where_the_words_stand(self) -> None:
        text = "Since October 2021 we have acted."
        (date,) = dates_in(text)
        assert text[date.start : date.end] == date.worded == "October 2021"


class TestSoleDate:
    def test_passes_over_the_weekday(self) -> None:
        date = sole_date("Friday 16 May 2025")
        assert date is not None
        assert date.value == "2025-05-16"

    def test_is_none_beside_other_words(self) -> None:
        assert sole_date("Fieldwork from 16 May 2025") is None
