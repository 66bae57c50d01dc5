"""The site as in production, with the journal and the files that it writes in reach."""

from __future__ import annotations

import json
import logging.config
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr
from copy import deepcopy
from io import StringIO
from pathlib import Path
from typing import Any

import django


def print_measured(measure: Callable[[Path, StringIO], dict[str, Any]]) -> None:
    """Measure in the database of the environment and print what was told, as JSON.

    Args:
        measure: gets the folder in which files are kept, and the journal.
    """
    django.setup()
    from django.test.utils import override_settings, setup_test_environment

    setup_test_environment()
    with tempfile.TemporaryDirectory() as folder:
        kept = {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": folder},
        }
        from django.conf import settings
        from tests.site.access.production import in_production

        journal = StringIO()
        storages = settings.STORAGES | {"default": kept}
        with (
            in_production(),
            # As if everybody had proved who they are.
            override_settings(STORAGES=storages, SECOND_FACTOR_REQUIRED=False, CONFIRM_WITHIN=None),
            # Whatever is printed beside the log stands in the same journal.
            redirect_stderr(journal),
        ):
            _log_as_in_production()
            told = measure(Path(folder), journal)
        print(json.dumps(told, ensure_ascii=False))


def _log_as_in_production() -> None:
    """Let every logger say everything, written as production writes it, but down to DEBUG."""
    from django.conf import settings

    wanted = deepcopy(settings.LOGGING)
    wanted["root"]["level"] = "DEBUG"
    wanted["loggers"]["django"] = {}
    for logger in wanted["loggers"].values():
        logger["level"] = "DEBUG"
    logging.config.dictConfig(wanted)
