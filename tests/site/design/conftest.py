from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from pytest_django.fixtures import Settings

KITCHEN_SINK = "tests.site.design.kitchen_sink"


@pytest.fixture
def kitchen_sink(settings: Settings) -> None:
    """The site with nothing on it but the pages of `kitchen_sink`, and no database."""
    settings.ROOT_URLCONF = KITCHEN_SINK
    settings.SITE_NAVIGATION = f"{KITCHEN_SINK}.navigation"
    settings.SITE_FOOTER = f"{KITCHEN_SINK}.footer"
    settings.SITE_ORGANISATION = "Office of Marlshire"
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    settings.MIDDLEWARE = [
        "csp.middleware.CSPMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ]


@pytest.fixture
def visitor(kitchen_sink: None) -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture(scope="session")
def stylesheet() -> str:
    found = finders.find("design/answerable.css")
    return Path(found).read_text(encoding="utf-8")
