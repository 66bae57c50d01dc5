"""Where the system's Chromium is."""

from __future__ import annotations

import shutil

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
"""Debian builds one of the same source without windows, which opens pages in half the time."""
