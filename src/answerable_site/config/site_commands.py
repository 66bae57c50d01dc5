"""What commands need that need the site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn


@dataclass(frozen=True, slots=True)
class SiteCommands:
    """Commands that are plugged into the product's command line."""

    start: Callable[[], None]
    """Starts Django on a database that is up to date."""
    refuse: Callable[[str], NoReturn]
    """Ends the command with a sentence."""
