"""Copied files equal their sources; `python assets/build.py --check` compares compiled ones."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from pytest_django.fixtures import Settings

ASSETS = Path(__file__).parents[3] / "assets"
COPIED = sorted(
    source for folder in ("js", "images", "notices") for source in ASSETS.glob(f"{folder}/*")
)


class TestCopiedFiles:
    @pytest.mark.parametrize("source", COPIED, ids=lambda source: source.name)
    def test_are_served_as_they_were_written(self, source: Path) -> None:
        served = finders.find(f"design/{source.name}")
        assert Path(served).read_bytes() == source.read_bytes()


class TestHashedFiles:
    def test_can_be_made_since_every_address_leads_somewhere(
        self, settings: Settings, tmp_path: Path
    ) -> None:
        settings.STATIC_ROOT = tmp_path
        settings.STORAGES = {
            **settings.STORAGES,
            "staticfiles": {
                "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
            },
        }
        call_command("collectstatic", interactive=False, verbosity=0)
        assert list(tmp_path.glob("design/answerable.????????????.css"))
