"""Dates and moments in words, as GOV.UK writes them."""

import datetime

from django.utils import timezone

from answerable.languages import message, say

_MONTHS = (
    message("{day} January {year}"),
    message("{day} February {year}"),
    message("{day} March {year}"),
    message("{day} April {year}"),
    message("{day} May {year}"),
    message("{day} June {year}"),
    message("{day} July {year}"),
    message("{day} August {year}"),
    message("{day} September {year}"),
    message("{day} October {year}"),
    message("{day} November {year}"),
    message("{day} December {year}"),
)
"""The twelve messages of a day: a language may put its months anywhere."""


def date_in_words(value: datetime.date) -> str:
    """Such as "9 September 2021". A moment counts as the day that it is in the United Kingdom."""
    day = day_of(value)
    return say(_MONTHS[day.month - 1], day=day.day, year=day.year)


def moment_in_words(value: datetime.datetime) -> str:
    """Such as "9 September 2021 at 5:30pm", in the time of the United Kingdom."""
    return say("{day} at {time}", day=date_in_words(value), time=time_in_words(value))


def day_of(value: datetime.date) -> datetime.date:
    """The day itself, or the day in the United Kingdom on which a moment falls."""
    return _local(value).date() if isinstance(value, datetime.datetime) else value


def time_in_words(value: datetime.datetime) -> str:
    """Such as "5:30pm", in the time of the United Kingdom."""
    moment = _local(value)
    match moment.hour, moment.minute:
        case 0, 0:
            return say("midnight")
        case 12, 0:
            return say("midday")
        case hour, 0:
            return say("{hour}am" if hour < 12 else "{hour}pm", hour=hour % 12 or 12)
        case hour, minute:
            return say(
                "{hour}:{minute:02}am" if hour < 12 else "{hour}:{minute:02}pm",
                hour=hour % 12 or 12,
                minute=minute,
            )


def _local(moment: datetime.datetime) -> datetime.datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment
