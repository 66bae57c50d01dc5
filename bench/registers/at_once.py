"""Settings of a local site that does background work at once, in the process that asked for it."""

from answerable_site.config.settings.local import *  # noqa: F403

TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
