"""Office documents are ZIP archives: looks at the archive before any office reader opens it."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import PurePosixPath
from typing import Final

from answerable.documents.limits import MEBIBYTE, Limits
from answerable.documents.refusal import Reason, Unreadable

_END_RECORD: Final = b"PK\x05\x06"
_END_RECORD_FORMAT: Final = struct.Struct("<4s4H2LH")
_LONGEST_COMMENT: Final = 65535
_LONGEST_DIRECTORY_ENTRY: Final = 46 + 1024
_ENCRYPTED: Final = 0x1
_CHUNK: Final = 256 * 1024
_RATIO_MATTERS_FROM: Final = MEBIBYTE
"""A small file inside may shrink as well as it likes: a blank picture does no harm."""
_ARCHIVES: Final = (b"PK\x03\x04", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ")
_EMBEDDED: Final = ("word/embeddings/", "xl/embeddings/")
"""Where Word and Excel keep the workbook behind a chart; it is never opened."""
_MACRO_PARTS: Final = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin")


def open_package(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive's directory, once it is known to be of a sane length; nothing is unpacked.

    Raises:
        Unreadable: the archive is damaged, or lists more files than `limits.members`.
    """
    _check_directory_length(data, limits)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Unreadable(Reason.DAMAGED) from error


def _check_directory_length(data: bytes, limits: Limits) -> None:
    tail_start = max(0, len(data) - _LONGEST_COMMENT - _END_RECORD_FORMAT.size)
    at = data.rfind(_END_RECORD, tail_start)
    record = data[at : at + _END_RECORD_FORMAT.size]
    if at < 0 or len(record) < _END_RECORD_FORMAT.size:
        raise Unreadable(Reason.DAMAGED)
    _, _, _, _, members, directory_length, _, _ = _END_RECORD_FORMAT.unpack(record)
    if members > limits.members or directory_length > limits.members * _LONGEST_DIRECTORY_ENTRY:
        raise Unreadable(Reason.SUSPICIOUS_ARCHIVE)


def check_package(package: zipfile.ZipFile, limits: Limits) -> None:
    """Refuses an archive that no office program would write.

    Looks at the names (twice the same, absolute, leading out of the archive), passwords, nested
    archives, macros, and at the size that each file declares and really has when unpacked.

    Raises:
        Unreadable: with code `suspicious_archive`, `protected` or `damaged`.
    """
    members = package.infolist()
    check_names(members)
    if sum(member.file_size for member in members) > limits.unpacked:
        raise Unreadable(Reason.SUSPICIOUS_ARCHIVE)
    left = limits.unpacked
    for member in members:
        left -= _unpacked_size(package, member, left, limits)


def check_names(members: list[zipfile.ZipInfo]) -> None:
    """Refuses names that lead elsewhere or stand twice, locked files and macros.

    Raises:
        Unreadable: with code `suspicious_archive` or `protected`.
    """
    seen: set[str] = set()
    for member in members:
        name = member.filename.replace("\\", "/")
        path = PurePosixPath(name)
        if (
            path.is_absolute()
            or ".." in path.parts
            or ":" in name.partition("/")[0]
            or name in seen
        ):
            raise Unreadable(Reason.SUSPICIOUS_ARCHIVE)
        if member.flag_bits & _ENCRYPTED:
            raise Unreadable(Reason.PROTECTED)
        if path.name.lower() in _MACRO_PARTS:
            raise Unreadable(
                Reason.SUSPICIOUS_ARCHIVE,
                "The file contains macros, so it was not opened. "
                "Save it without macros (.docx or .xlsx) and upload the new copy.",
            )
        seen.add(name)


def _is_embedded(member: zipfile.ZipInfo) -> bool:
    return member.filename.startswith(_EMBEDDED)


def _unpacked_size(
    package: zipfile.ZipFile, member: zipfile.ZipInfo, left: int, limits: Limits
) -> int:
    """Bytes that a member really unpacks to, counted without keeping them."""
    size = 0
    try:
        with package.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                if size == 0 and chunk.startswith(_ARCHIVES) and not _is_embedded(member):
                    raise Unreadable(
                        Reason.SUSPICIOUS_ARCHIVE,
                        "The file contains another archive or document, so it was not opened. "
                        "Remove embedded files, save it again and upload the new copy.",
                    )
                size += len(chunk)
                stretched = size > limits.ratio * max(1, member.compress_size)
                if size > left or (stretched and size > _RATIO_MATTERS_FROM):
                    raise Unreadable(Reason.SUSPICIOUS_ARCHIVE)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, RuntimeError) as error:
        raise Unreadable(Reason.DAMAGED) from error
    return size
