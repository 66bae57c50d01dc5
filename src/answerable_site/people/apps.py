from importlib import import_module

from django.apps import AppConfig


class People(AppConfig):
    name = "answerable_site.people"
    label = "people"

    def ready(self) -> None:
        """Listen to what the sign-in tells, and have the installation checked."""
        import_module("answerable_site.people.checks")
        for listener in ("failures", "lockout", "second_factor", "sessions"):
            import_module(f"answerable_site.people.signing_in.{listener}")
