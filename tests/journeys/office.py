"""Fills a new database with invented offices: python -m tests.journeys.office"""

from __future__ import annotations

import os

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable_site.config.settings.local")
    django.setup()
    from tests import factories

    factories.office("Wexmoor")
    factories.office("Sallowfen")
