"""Where a sentence waits between the form that was sent and the page that shows it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class NoticesCookie(CookieStorage):
    """Django's, under a name that the settings give it."""

    @property
    def cookie_name(self) -> str:  # type: ignore[override]
        """The name of the cookie."""
        return str(settings.NOTICES_COOKIE_NAME)


class Notices(FallbackStorage):
    """In the reader's own browser until the next page; in the session where it is too long."""

    storage_classes = (NoticesCookie, SessionStorage)
