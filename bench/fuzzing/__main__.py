"""Plant, ask and search on the database of the environment: `python -m bench.fuzzing CALLS`.

The last line printed is what was measured, as JSON.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any


def measure(calls: int) -> dict[str, Any]:
    """What was asked, and what was wrong.

    Args:
        calls: how many at least.
    """
    from bench.fuzzing.asking import Asking
    from bench.fuzzing.planting import plant

    asking = Asking(plant())
    asking.ask(calls)
    return asking.told()


def main(calls: int) -> None:
    """Measure with the site set up as in tests, its files in a folder that goes."""
    import django
    from django.conf import settings
    from django.test.utils import setup_test_environment

    django.setup()
    setup_test_environment()
    with tempfile.TemporaryDirectory() as folder:
        settings.STORAGES = settings.STORAGES | {
            "default": {
                "BACKEND": "django.core.files.storage.FileSystemStorage",
                "OPTIONS": {"location": folder},
            }
        }
        # What is sent is kept and waits: that it is loaded is another proof's matter.
        settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
        settings.CUTS = Path(folder) / "cuts"
        print(json.dumps(measure(calls), ensure_ascii=False))


if __name__ == "__main__":
    main(int(sys.argv[1]))
