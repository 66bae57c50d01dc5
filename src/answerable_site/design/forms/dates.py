"""A date that is asked as day, month and year."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from answerable.languages import listed, say
from answerable_site.design.forms.presentation import Question
from answerable_site.design.forms.wording import subject_of

PARTS = ("day", "month", "year")
NAMES = {"day": say("Day"), "month": say("Month"), "year": say("Year")}
_INSIDE = {"day": say("day"), "month": say("month"), "year": say("year")}
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WELSH_MONTHS = (
    *("ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin"),
    *("gorffennaf", "awst", "medi", "hydref", "tachwedd", "rhagfyr"),
)


@dataclass(frozen=True)
class DateParts:
    """A date as it was typed."""

    day: str = ""
    month: str = ""
    year: str = ""

    def missing(self) -> list[str]:
        """Names of the parts that were left empty."""
        return [part for part in PARTS if not getattr(self, part)]


def typed_as(value: datetime.date | DateParts | None) -> DateParts:
    """A date as somebody would type it; what was typed stays as it is."""
    if isinstance(value, datetime.date):
        return DateParts(str(value.day), str(value.month), str(value.year))
    return value or DateParts()


class DatePartsInput(forms.Widget):
    """Three text inputs named `{name}_day`, `{name}_month` and `{name}_year`."""

    use_fieldset = True

    def value_from_datadict(
        self,
        data: Mapping[str, Any],
        files: object,  # noqa: ARG002
        name: str,
    ) -> DateParts | None:
        parts = DateParts(*(str(data.get(f"{name}_{part}") or "").strip() for part in PARTS))
        return None if parts == DateParts() else parts

    def value_omitted_from_data(
        self,
        data: Mapping[str, Any],
        files: object,  # noqa: ARG002
        name: str,
    ) -> bool:
        return all(f"{name}_{part}" not in data for part in PARTS)

    def format_value(self, value: Any) -> Any:
        """What stands in the three inputs."""
        return typed_as(value)


class DateField(Question, forms.Field):
    """A date. Its messages name what is missing, and only the wrong part is marked.

    The month may be typed as a number or a name, English or Welsh. A validator’s complaint marks
    the whole date.
    """

    widget = DatePartsInput
    default_error_messages = {  # noqa: RUF012
        "incomplete": say("%(label)s must include a %(missing)s"),
        "year": say("Year must include 4 numbers"),
        "unreal": say("%(label)s must be a real date"),
    }

    def to_python(self, value: Any) -> datetime.date | None:
        """The date.

        Raises:
            ValidationError: With `parts`, the names of the parts to mark.
        """
        if value is None or isinstance(value, datetime.date):
            return value
        if missing := value.missing():
            raise self._error("incomplete", missing, missing=_and(missing))
        day, month, year = _number(value.day), _month(value.month), _number(value.year)
        if len(value.year) != 4 or year is None:
            raise self._error("year", ["year"])
        if month is None or not 1 <= month <= 12:
            raise self._error("unreal", ["month"])
        if day is None or not 1 <= day <= 31:
            raise self._error("unreal", ["day"])
        try:
            return datetime.date(year, month, day)
        except ValueError as unreal:
            raise self._error("unreal", list(PARTS)) from unreal

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether something else was typed than the date that stood there."""
        return typed_as(initial) != typed_as(data)

    def _error(self, code: str, parts: list[str], **words: str) -> ValidationError:
        return ValidationError(
            self.error_messages[code],
            code=code,
            params={"label": subject_of(str(self.label)), "parts": parts, **words},
        )


def _and(parts: list[str]) -> str:
    """Names of parts inside a sentence."""
    *others, last = (_INSIDE[part] for part in parts)
    return say("{others} and {last}", others=listed(others), last=last) if others else last


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def _month(text: str) -> int | None:
    word = text.lower()
    named = [
        number
        for months in (MONTHS, WELSH_MONTHS)
        for number, name in enumerate(months, 1)
        if len(word) >= 3 and name.startswith(word)
    ]
    return named[0] if named else _number(text)
