"""Archives looked at before an office reader opens them."""

from __future__ import annotations

import io
import warnings
import zipfile

import pytest

from answerable.documents import Limits, Reason, Unreadable
from answerable.documents.packages import check_package, open_package


def archive(members: list[tuple[str, bytes]]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in members:
            package.writestr(name, content)
    return file.getvalue()


def check(data: bytes, limits: Limits | None = None) -> None:
    limits = limits or Limits()
    with open_package(data, limits) as package:
        check_package(package, limits)


class TestCheckPackage:
    def test_passes_an_ordinary_archive(self) -> None:
        check(archive([("word/document.xml", b"<w/>"), ("word/media/a.png", b"\x89PNG")]))

    def test_passes_the_workbook_behind_a_chart(self) -> None:
        check(archive([("word/embeddings/chart.xlsx", b"PK\x03\x04")]))

    @pytest.mark.parametrize("name", ["/etc/passwd", "../up.xml", "a/../../up.xml", "C:/x.xml"])
    def test_refuses_names_that_lead_elsewhere(self, name: str) -> None:
        with pytest.raises(Unreadable) as caught:
            check(archive([(name, b"x")]))
        assert caught.value.code is Reason.SUSPICIOUS_ARCHIVE

    def test_refuses_two_files_of_one_name(self) -> None:
        with pytest.raises(Unreadable) as caught:
            check(archive([("a.xml", b"1"), ("a.xml", b"2")]))
        assert caught.value.code is Reason.SUSPICIOUS_ARCHIVE

    def test_refuses_an_archive_in_the_archive(self) -> None:
        with pytest.raises(Unreadable, match="another archive"):
            check(archive([("media/x.bin", archive([("y", b"z")]))]))

    def test_refuses_macros(self) -> None:
        with pytest.raises(Unreadable, match="macros"):
            check(archive([("word/vbaProject.bin", b"x")]))

    def test_refuses_what_unpacks_to_far_more_than_it_is(self) -> None:
        with pytest.raises(Unreadable) as caught:
            check(archive([("a.xml", b" " * 8_000_000)]))
        assert caught.value.code is Reason.SUSPICIOUS_ARCHIVE

    def test_refuses_more_than_may_be_unpacked_in_all(self) -> None:
        data = archive([(f"{number}.xml", bytes(range(256)) * 40) for number in range(4)])
        with pytest.raises(Unreadable) as caught:
            check(data, Limits(unpacked=30_000))
        assert caught.value.code is Reason.SUSPICIOUS_ARCHIVE

    def test_counts_what_is_really_unpacked_and_not_what_is_declared(self) -> None:
        data = bytearray(archive([("a.xml", bytes(range(256)) * 400)]))
        at = data.find(b"PK\x01\x02") + 24
        data[at : at + 4] = (10).to_bytes(4, "little")
        with pytest.raises(Unreadable):
            check(bytes(data), Limits(unpacked=50_000))

    def test_refuses_too_many_files(self) -> None:
        data = archive([(f"{number}.xml", b"") for number in range(12)])
        with pytest.raises(Unreadable) as caught:
            check(data, Limits(members=10))
        assert caught.value.code is Reason.SUSPICIOUS_ARCHIVE

    def test_refuses_files_with_a_password(self) -> None:
        data = bytearray(archive([("a.xml", b"x")]))
        data[6] |= 1
        data[data.find(b"PK\x01\x02") + 8] |= 1
        with pytest.raises(Unreadable) as caught:
            check(bytes(data))
        assert caught.value.code is Reason.PROTECTED

    def test_refuses_a_cut_off_archive_as_damaged(self) -> None:
        with pytest.raises(Unreadable) as caught:
            check(archive([("a.xml", b"x" * 100)])[:-30])
        assert caught.value.code is Reason.DAMAGED
