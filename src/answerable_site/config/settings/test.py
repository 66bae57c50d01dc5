"""For the test suite: fast hashing, background work done at once, files and e-mail in memory."""

from pathlib import Path

from answerable_site.config import env
from answerable_site.config.settings.base import *  # noqa: F403

SECRET_KEY = "for tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DATABASES = {"default": env.database("ANSWERABLE_DATABASE_URL", "sqlite:///:memory:")}
CASE_HASH_KEY = "for tests"
CASE_KEYS = ["dGhlIGtleSBvZiB0aGUgdGVzdHMsIDMyIGJ5dGVzISE="]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# No static files are collected for tests.
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("whitenoise.")]  # noqa: F405
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# No key is there, and none is made, unless a test asks for one.
AUDIT_KEY = Path("no-such-folder") / "key.pem"
AUDIT_HEADS = Path("no-such-folder")
BACKUP_KEY = Path("no-such-folder") / "backup.key"
BACKUPS = Path("no-such-folder") / "backups"
# Tests that make a data cut say where.
CUTS = Path("no-such-folder") / "cuts"
# Sent into a list in memory.
EMAIL_IS_SET_UP = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = "Answerable <answerable@example.org>"

# Tests of the second factor, of fresh proofs and of idle sessions switch them on for themselves.
SECOND_FACTOR_REQUIRED = False
CONFIRM_WITHIN = None
SESSION_IDLE = None
WEBHOOKS_MAY_STAY_HERE = True
# Tests of how often the interface may be asked set it for themselves.
INTERFACE_RATES = {"anonymous": "10000/s", "machine": "10000/s"}
BREACHED_PASSWORDS = None
