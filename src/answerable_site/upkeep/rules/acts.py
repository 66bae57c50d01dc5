"""How the record of acts calls what is done for upkeep."""

from __future__ import annotations

from typing import Final

BACKUPS: Final = "upkeep.backups"
"""What entries about backups are about."""
BACKUP_MADE: Final = "upkeep.record_backup"
RETENTION: Final = "upkeep.retention"
"""What entries about retention runs are about."""
