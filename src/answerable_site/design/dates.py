"""Dates and moments in words, as GOV.UK writes them."""

import datetime

from django.utils import timezone


def date_in_words(value: datetime.date) -> str:
    """Such as "9 September 2021". A moment counts as the day that it is in the United Kingdom."""
    day = day_of(value)
    return f"{day.day} {day:%B} {day.year}"


def moment_in_words(value: datetime.datetime) -> str:
    """Such as "9 September 2021 at 5:30pm", in the time of the United Kingdom."""
    return f"{date_in_words(value)} at {time_in_words(value)}"


def day_of(value: datetime.date) -> datetime.date:
    """The day itself, or the day in the United Kingdom on which a moment falls."""
    return _local(value).date() if isinstance(value, datetime.datetime) else value


def time_in_words(value: datetime.datetime) -> str:
    """Such as "5:30pm", in the time of the United Kingdom."""
    moment = _local(value)
    match moment.hour, moment.minute:
        case 0, 0:
            return "midnight"
        case 12, 0:
            return "midday"
        case hour, 0:
            return f"{hour % 12 or 12}{'am' if hour < 12 else 'pm'}"
        case hour, minute:
            return f"{hour % 12 or 12}:{minute:02}{'am' if hour < 12 else 'pm'}"


def _local(moment: datetime.datetime) -> datetime.datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment
