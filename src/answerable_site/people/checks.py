"""What Django's own check of an installation says about passwords."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Info, Tags, register


@register(Tags.security, deploy=True)
def stolen_passwords(**_: Any) -> list[CheckMessage]:
    """That no file of stolen passwords is named; an office can live without it."""
    if settings.BREACHED_PASSWORDS:
        return []
    return [
        Info(
            "Passwords are not compared with those that are known to be stolen.",
            hint="Set ANSWERABLE_BREACHED_PASSWORDS to a file of their hashes.",
            id="people.I001",
        )
    ]
