"""A mail server is believed only with a certificate that is trusted and names it."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.mail.backends.smtp import EmailBackend

NAMES = x509.SubjectAlternativeName([x509.DNSName("localhost")])
OTHER_NAMES = x509.SubjectAlternativeName(
    [x509.DNSName("elsewhere.example"), x509.IPAddress(ip_address("192.0.2.1"))]
)


@dataclass(frozen=True)
class MailServer:
    """Says just enough to be greeted, on a port of this machine."""

    port: int
    certificate: Path


def _certificate(folder: Path, names: x509.SubjectAlternativeName) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Mail server of the tests")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "mail.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


def _answer_over_tls(connection: socket.socket, tls: ssl.SSLContext) -> None:
    with tls.wrap_socket(connection, server_side=True) as wrapped:
        wrapped.sendall(b"220 ready\r\n")
        _answer_lines(wrapped)


def _answer_then_tls(connection: socket.socket, tls: ssl.SSLContext) -> None:
    connection.sendall(b"220 ready\r\n")
    connection.recv(1024)
    connection.sendall(b"250-hello\r\n250 STARTTLS\r\n")
    connection.recv(1024)
    connection.sendall(b"220 go on\r\n")
    with tls.wrap_socket(connection, server_side=True) as wrapped:
        _answer_lines(wrapped)


def _answer_lines(connection: ssl.SSLSocket) -> None:
    while connection.recv(1024):
        connection.sendall(b"250 yes\r\n")


@contextmanager
def serving(
    folder: Path,
    answer: Callable[[socket.socket, ssl.SSLContext], None],
    names: x509.SubjectAlternativeName = NAMES,
) -> Iterator[MailServer]:
    certificate = _certificate(folder, names)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)

    def accept() -> None:
        # A client that does not believe the certificate breaks off.
        with suppress(OSError), listening.accept()[0] as connection:
            answer(connection, tls)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=accept)
        thread.start()
        yield MailServer(listening.getsockname()[1], certificate)
        thread.join(10)


ENCRYPTIONS = {"smtps": (_answer_over_tls, "use_ssl"), "starttls": (_answer_then_tls, "use_tls")}


@pytest.fixture(params=ENCRYPTIONS)
def encryption(request):
    """How a server answers, and the setting of Django for it, as `env.mail` makes it."""
    return ENCRYPTIONS[request.param]


def greet(server: MailServer, setting: str) -> None:
    """Connect as the site does."""
    backend = EmailBackend(host="localhost", port=server.port, timeout=10, **{setting: True})
    try:
        backend.open()
    finally:
        backend.close()


class TestTheCertificate:
    def test_of_a_stranger_is_refused(self, tmp_path, encryption):
        answer, setting = encryption
        with (
            serving(tmp_path, answer) as server,
            pytest.raises(ssl.SSLCertVerificationError, match="self-signed"),
        ):
            greet(server, setting)

    def test_for_another_name_is_refused(self, tmp_path, encryption, monkeypatch):
        answer, setting = encryption
        with serving(tmp_path, answer, OTHER_NAMES) as server:
            monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
            with pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
                greet(server, setting)

    def test_that_is_trusted_and_names_the_server_is_believed(
        self, tmp_path, encryption, monkeypatch
    ):
        answer, setting = encryption
        with serving(tmp_path, answer) as server:
            monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
            greet(server, setting)
