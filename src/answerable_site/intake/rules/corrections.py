"""Rows that were set aside, corrected by hand, as a file of their source would have them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from answerable.mappings import Profile


def as_file(profile: Profile, rows: Iterable[Mapping[str, str]]) -> bytes:
    """A text under the first heading of each column; cells that a row does not have are blank.

    Args:
        rows: cells by the name of their column in the profile.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=profile.separator or ",")
    writer.writerow([*map(profile.heading, profile.columns), *profile.unread])
    for row in rows:
        cells = [row.get(name, "") for name in profile.columns]
        writer.writerow([*cells, *("" for _ in profile.unread)])
    return text.getvalue().encode(profile.encoding or "utf-8")
