import datetime

import pytest

from answerable_site.design.dates import date_in_words, moment_in_words


class TestDateInWords:
    def test_has_no_leading_zero(self) -> None:
        assert date_in_words(datetime.date(2021, 9, 9)) == "9 September 2021"


class TestMomentInWords:
    @pytest.mark.parametrize(
        ("hour", "minute", "words"),
        [
            (0, 0, "midnight"),
            (0, 5, "12:05am"),
            (9, 0, "9am"),
            (11, 59, "11:59am"),
            (12, 0, "midday"),
            (12, 30, "12:30pm"),
            (17, 30, "5:30pm"),
        ],
    )
    def test_writes_the_time_as_people_say_it(self, hour: int, minute: int, words: str) -> None:
        in_winter = datetime.datetime(2021, 1, 9, hour, minute, tzinfo=datetime.UTC)
        assert moment_in_words(in_winter) == f"9 January 2021 at {words}"

    def test_follows_summer_time(self) -> None:
        moment = datetime.datetime(2021, 7, 15, 23, 0, tzinfo=datetime.UTC)
        assert moment_in_words(moment) == "16 July 2021 at midnight"
