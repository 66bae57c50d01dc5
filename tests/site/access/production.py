"""The settings of an office at work, for tests that look at what leaves the site."""

from __future__ import annotations

import os
import runpy
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.test import override_settings

HOST = "answers.example.org"
# The suite has no collected static files, no mail server and no second process.
_OF_THE_SUITE = {
    *("DATABASES", "EMAIL_BACKEND", "MIDDLEWARE", "PASSWORD_HASHERS", "STORAGES", "TASKS"),
    *("EMAIL_IS_SET_UP", "DEFAULT_FROM_EMAIL", "DATA", "STATIC_ROOT", "CASE_HASH_KEY", "CASE_KEYS"),
    # A change of it empties the storage in memory.
    "STATIC_URL",
    # Said to take effect at the start alone.
    *("INSTALLED_APPS", "LOGGING", "AUTH_USER_MODEL"),
}


def production_settings(**environment: str) -> dict[str, Any]:
    """What the settings for production come to in an environment."""
    told = {
        "ANSWERABLE_SECRET_KEY": secrets.token_urlsafe(64),
        "ANSWERABLE_HOSTS": HOST,
        "ANSWERABLE_PUBLIC_ADDRESS": f"https://{HOST}",
    } | environment
    with mock.patch.dict(os.environ, told):
        found = runpy.run_module("answerable_site.config.settings.production")
    return {name: value for name, value in found.items() if name.isupper()}


@contextmanager
def in_production() -> Iterator[None]:
    """The suite's site with the settings for production, but for what the suite has not."""
    found = production_settings()
    kept = {name: value for name, value in found.items() if name not in _OF_THE_SUITE}
    with override_settings(**kept):
        yield
