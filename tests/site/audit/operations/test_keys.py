from __future__ import annotations

import os

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from answerable_site.audit.operations import KeyExists, make_key
from answerable_site.audit.queries import NoKey, fingerprint_of, read_key


class TestMakeKey:
    def test_writes_a_key_that_reads_back(self, tmp_path):
        path = tmp_path / "deep" / "key.pem"
        assert make_key(path) == fingerprint_of(path)

    @pytest.mark.skipif(os.name != "posix", reason="Rights of files are those of POSIX here.")
    def test_lets_nobody_else_read_it(self, tmp_path):
        make_key(tmp_path / "key.pem")
        assert (tmp_path / "key.pem").stat().st_mode & 0o777 == 0o600

    def test_makes_another_one_each_time(self, tmp_path):
        assert make_key(tmp_path / "a.pem") != make_key(tmp_path / "b.pem")

    def test_writes_over_nothing(self, tmp_path):
        (tmp_path / "key.pem").write_text("mine")
        with pytest.raises(KeyExists, match="replace-key"):
            make_key(tmp_path / "key.pem")
        assert (tmp_path / "key.pem").read_text() == "mine"


class TestReadKey:
    def test_says_how_to_make_one_where_there_is_none(self, tmp_path):
        with pytest.raises(NoKey, match="answerable audit make-key"):
            read_key(tmp_path / "key.pem")

    @pytest.mark.skipif(os.name != "posix", reason="Rights of files are those of POSIX here.")
    def test_refuses_one_that_others_may_read(self, tmp_path):
        make_key(tmp_path / "key.pem")
        (tmp_path / "key.pem").chmod(0o640)
        with pytest.raises(NoKey, match="chmod 600"):
            read_key(tmp_path / "key.pem")

    def test_refuses_what_is_no_key(self, tmp_path):
        (tmp_path / "key.pem").touch(0o600)
        with pytest.raises(NoKey, match="holds no key"):
            read_key(tmp_path / "key.pem")

    def test_refuses_a_key_of_another_kind(self, tmp_path):
        other = generate_private_key(SECP256R1())
        (tmp_path / "key.pem").touch(0o600)
        (tmp_path / "key.pem").write_bytes(
            other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        )
        with pytest.raises(NoKey, match="Ed25519"):
            read_key(tmp_path / "key.pem")
