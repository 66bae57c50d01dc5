"""Which version number a text gets, so that nobody overwrites what another wrote meanwhile."""

from __future__ import annotations

from collections.abc import Mapping


class ChangedMeanwhile(ValueError):
    """Somebody saved another version since the form was opened; nothing was lost."""


class NothingChanged(ValueError):
    """What was sent is what is held already."""


def next_version(
    *, held: int, seen: int, before: Mapping[str, object], after: Mapping[str, object]
) -> int:
    """The number of the version to write.

    Args:
        held: the latest version there is; 0 for none.
        seen: the version that the writer saw; 0 for none.
        before: what the latest version says, by field; not looked at where there is none.
        after: what the writer sent, by field.

    Raises:
        ChangedMeanwhile: somebody wrote another version since.
        NothingChanged: the latest version says the same.
    """
    if held != seen:
        raise ChangedMeanwhile(
            "Somebody changed this while you wrote. Nothing is lost: compare the two texts, then "
            "save what should stand."
        )
    if held and dict(before) == dict(after):
        raise NothingChanged("Nothing was changed, so nothing was saved.")
    return held + 1
