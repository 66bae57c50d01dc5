from __future__ import annotations

import logging
from datetime import UTC, datetime
from io import StringIO
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.conf import settings

from answerable_site.config.log_lines import Line, SecretsLeftOut

KEY = UUID("6f1b1f2c-1a6f-4a35-9f0e-5b0f4d0f2f11")


def line(message: str, *arguments: object, name: str = "a", **extra: object) -> str:
    record = logging.LogRecord(name, logging.ERROR, "", 1, message, arguments, None)
    vars(record).update(extra)
    assert SecretsLeftOut().filter(record)
    return record.getMessage()


def request(view_name: str, **kwargs: object) -> SimpleNamespace:
    return SimpleNamespace(resolver_match=SimpleNamespace(view_name=view_name, kwargs=kwargs))


class TestSecretsLeftOut:
    @pytest.mark.parametrize(
        ("message", "arguments"),
        [
            ("GET /calendar/Sec-ret_1.ics HTTP/1.1", ()),
            ("%s and /calendar/Sec-ret_1", ("https://example.org/calendar/Sec-ret_1.ics",)),
        ],
    )
    def test_takes_the_secret_out_of_every_address(self, message, arguments):
        assert "Sec-ret_1" not in line(message, *arguments)

    def test_lets_nobody_make_a_line_of_their_own(self):
        assert line("It said %s", "no\r\nERROR all is lost") == "It said no\\r\\nERROR all is lost"

    def test_leaves_other_lines_as_they_are(self):
        assert line("100 %% of %s", "/calendars/7/revoke/") == "100 % of /calendars/7/revoke/"

    def test_says_the_route_and_its_records_in_place_of_an_address(self):
        said = line(
            "Internal Server Error: %s",
            "/words/",
            name="django.request",
            status_code=500,
            request=request("register:page", document_id=KEY, number=3, slug="somebody"),
        )
        assert said == f"500 register:page {{'document_id': '{KEY}', 'number': '3'}}"

    def test_says_of_an_attack_its_kind_and_none_of_its_words(self):
        said = line(
            "Forbidden (Origin checking failed - %s): %s",
            "https://words.example",
            "/words/",
            name="django.security.csrf",
        )
        assert said == "django.security.csrf no route"

    def test_stands_before_everything_that_is_logged(self):
        for handler in settings.LOGGING["handlers"].values():
            assert "secrets" in handler["filters"]


class TestLine:
    def logged(self, fail) -> str:
        told = StringIO()
        handler = logging.StreamHandler(told)
        handler.setFormatter(Line("{message}", style="{"))
        logger = logging.getLogger(f"{__name__}.apart")
        logger.propagate, logger.handlers = False, [handler]
        try:
            fail()
        except ValueError:
            logger.exception("It broke.")
        return told.getvalue()

    def test_shows_where_an_exception_came_from_and_none_of_its_words(self):
        def fail() -> None:
            raise ValueError("".join(("wor", "ds")))

        told = self.logged(fail)
        assert told.startswith("It broke.\n")
        assert told.endswith("builtins.ValueError\n")
        assert "in fail" in told
        assert "words" not in told

    def test_shows_what_caused_it_first(self):
        def fail() -> None:
            try:
                {}["".join(("wor", "ds"))]
            except KeyError as cause:
                raise ValueError from cause

        told = self.logged(fail)
        assert told.index("builtins.KeyError") < told.index("builtins.ValueError")
        assert "words" not in told

    def test_says_the_moment_in_utc(self):
        record = logging.LogRecord("a", logging.ERROR, "", 1, "It broke.", (), None)
        record.created = datetime(2026, 10, 25, 0, 30, tzinfo=UTC).timestamp()
        told = Line("{asctime} {message}", style="{").format(record)
        assert told == "2026-10-25T00:30:00.000+00:00 It broke."

    def test_is_how_everything_is_logged(self):
        for handler in settings.LOGGING["handlers"].values():
            formatter = settings.LOGGING["formatters"][handler["formatter"]]
            assert formatter["()"].endswith("log_lines.Line")
