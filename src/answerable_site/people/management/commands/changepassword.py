"""Stands in the place of Django's command, which leaves no entry in the record of acts."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    """Refuses, and says what to use."""

    help = "Use “answerable set-password EMAIL”."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whatever Django's own takes first."""
        parser.add_argument("username", nargs="?")

    def handle(self, *_: Any, **__: Any) -> None:
        """Change nothing."""
        raise CommandError(
            "This would leave no entry in the record of acts. Use “answerable set-password EMAIL”."
        )
