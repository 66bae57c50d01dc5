from __future__ import annotations

import logging

import pytest
from django.conf import settings

from answerable_site.config.log_lines import SecretsLeftOut


def line(message: str, *arguments: object) -> str:
    record = logging.LogRecord("a", logging.ERROR, "", 1, message, arguments, None)
    assert SecretsLeftOut().filter(record)
    return record.getMessage()


class TestSecretsLeftOut:
    @pytest.mark.parametrize(
        ("message", "arguments"),
        [
            ("Internal Server Error: %s", ("/calendar/Sec-ret_1.ics",)),
            ("GET /calendar/Sec-ret_1.ics HTTP/1.1", ()),
            ("%s and /calendar/Sec-ret_1", ("https://example.org/calendar/Sec-ret_1.ics",)),
        ],
    )
    def test_takes_the_secret_out_of_every_address(self, message, arguments):
        assert "Sec-ret_1" not in line(message, *arguments)

    def test_leaves_other_lines_as_they_are(self):
        assert line("100 %% of %s", "/calendars/7/revoke/") == "100 % of /calendars/7/revoke/"

    def test_stands_before_everything_that_is_logged(self):
        for handler in settings.LOGGING["handlers"].values():
            assert "secrets" in handler["filters"]
