"""One run of what is due, as a process of its own: says that it is ready, waits for the file."""

from __future__ import annotations

import sys
import time
from datetime import datetime
from pathlib import Path

import django

django.setup()

from answerable_site.config.schedule import run_due  # noqa: E402

ready, go, at = Path(sys.argv[1]), Path(sys.argv[2]), datetime.fromisoformat(sys.argv[3])
ready.touch()
while not go.exists():
    time.sleep(0.001)
report = run_due(at)
sys.exit(0 if report.is_whole else 1)
