"""What is received of a file from outside."""

from __future__ import annotations

from io import BytesIO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class NoneLarger(FileUploadHandler):
    """Keeps nothing more of a file that is larger than any page takes: it arrives empty, with its
    size, so that the form can say why it is refused. Longer files are never written whole to the
    disk.

    It stands before the handlers that keep files.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """The piece, while the file is not too large."""
        return raw_data if start + len(raw_data) <= settings.MAX_EXTRACT_BYTES else None

    def file_complete(self, file_size: int) -> UploadedFile[bytes] | None:
        """The size of a file that is too large; nothing of any other, which the next one keeps."""
        if file_size <= settings.MAX_EXTRACT_BYTES:
            return None
        return UploadedFile(
            file=BytesIO(),
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
        )
