"""On one's own machine: the demonstration and development. Never where real people sign in."""

from answerable_site.config import env
from answerable_site.config.settings import base
from answerable_site.config.settings.base import *  # noqa: F403

SECRET_KEY = "for this machine only: the demonstration holds nothing secret"  # noqa: S105
DEMONSTRATION = env.flag("ANSWERABLE_DEMONSTRATION", default=False)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

if DEMONSTRATION and not base.EMAIL_IS_SET_UP:
    # Each e-mail becomes a file that can be looked at; none leaves the machine.
    EMAIL_IS_SET_UP = True
    EMAIL_BACKEND, EMAIL_FILE_PATH = env.mail_folder(base.DATA / "mail").values()
    DEFAULT_FROM_EMAIL = base.DEFAULT_FROM_EMAIL or "Answerable <answerable@wexmoor.example>"

# No step between a changed file and the page: static files come straight from the apps.
STORAGES = STORAGES | {  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
STATIC_ROOT = None

# Whoever develops needs the words of an exception, and nothing here is anybody's.
LOGGING = LOGGING | {  # noqa: F405
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"},
    },
}
