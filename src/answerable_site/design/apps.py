from pathlib import Path

from django.apps import AppConfig, apps

from answerable.languages import read_from


class Design(AppConfig):
    name = "answerable_site.design"
    label = "design"

    def ready(self) -> None:
        """Every app may hold Welsh for what it says."""
        for app in apps.get_app_configs():
            read_from(Path(app.path))
