"""An archive of lists: one of the files in it, unpacked within limits."""

from __future__ import annotations

import zipfile
from typing import Final

from answerable.documents.limits import MEBIBYTE, Limits
from answerable.documents.packages import check_names
from answerable.documents.refusal import Reason, Unreadable

_CHUNK: Final = MEBIBYTE
_MOST_NAMED: Final = 10


def unpacked(package: zipfile.ZipFile, wanted: str | None, limits: Limits) -> tuple[str, bytes]:
    """The name and the bytes of the file that was chosen, or of the only one there is.

    Raises:
        Unreadable: the archive is not sane, has no such file, or several and none was chosen.
    """
    members = [one for one in package.infolist() if not one.is_dir()]
    check_names(members)
    names = [one.filename for one in members]
    if wanted is None and len(names) != 1:
        raise Unreadable(Reason.UNKNOWN_TYPE, _choose(names))
    name = names[0] if wanted is None else wanted
    if name not in names:
        raise Unreadable(Reason.DAMAGED, f"The archive has no file “{name}”. {_choose(names)}")
    return name, _bytes(package, package.getinfo(name), limits)


def _choose(names: list[str]) -> str:
    if not names:
        return "The archive holds no file. Export the list again."
    shown = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
    more = " and others" if len(names) > _MOST_NAMED else ""
    return f"The archive holds {shown}{more}. Say which of them to read."


def _bytes(package: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> bytes:
    most = min(limits.unpacked, max(MEBIBYTE, limits.ratio * member.compress_size))
    parts: list[bytes] = []
    size = 0
    try:
        with package.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > most:
                    raise Unreadable(Reason.SUSPICIOUS_ARCHIVE)
                parts.append(chunk)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, RuntimeError) as error:
        raise Unreadable(Reason.DAMAGED) from error
    return b"".join(parts)
