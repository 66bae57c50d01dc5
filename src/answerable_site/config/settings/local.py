"""On one's own machine: the demonstration and development. Never where real people sign in."""

from answerable_site.config import env
from answerable_site.config.settings import base
from answerable_site.config.settings.base import *  # noqa: F403

SECRET_KEY = "for this machine only: the demonstration holds nothing secret"  # noqa: S105
DEMONSTRATION = env.flag("ANSWERABLE_DEMONSTRATION", default=False)
CASE_HASH_KEY = SECRET_KEY
CASE_KEYS = ["Zm9yIHRoaXMgbWFjaGluZSBvbmx5OiBpbnZlbnRlZCE="]
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

# Everybody is at the same address, and passkeys work without TLS. People of the demonstration have
# no password to prove themselves by.
ACCOUNT_RATE_LIMITS = ACCOUNT_RATE_LIMITS | {"login": None}  # noqa: F405
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
SECOND_FACTOR_REQUIRED = not DEMONSTRATION and env.flag("ANSWERABLE_SECOND_FACTOR", default=False)
if not SECOND_FACTOR_REQUIRED:
    CONFIRM_WITHIN = None
if DEMONSTRATION:
    # Whoever looks around may go away for as long as they like.
    SESSION_IDLE = None
# Whoever develops needs the words of an exception, and nothing here is anybody's.
LOGGING = LOGGING | {  # noqa: F405
    "formatters": {
        "json": {"()": "answerable_site.config.log_lines.JSONLine"},
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"},
    },
}
