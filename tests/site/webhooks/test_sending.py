"""Something is sent to the address that was looked at, and to nothing behind our own walls."""

from __future__ import annotations

import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from answerable_site.webhooks import rules, sending

HEADERS = {"webhook-id": "evt_1"}


@pytest.fixture
def receiver():
    """A server of this machine that remembers what it got."""
    got: list[tuple[str, str, bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            length = int(self.headers["Content-Length"])
            got.append((self.path, self.headers["Host"], self.rfile.read(length)))
            status = 302 if self.path == "/elsewhere" else 204
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "/taken")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, got
    server.shutdown()
    server.server_close()


def looked_up(monkeypatch, *numbers: str) -> None:
    """Let every name have these numbers."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", (number, 443)) for number in numbers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_keywords: found)


class TestSend:
    def test_posts_the_body_and_tells_the_status(self, receiver):
        port, got = receiver
        address = f"http://127.0.0.1:{port}/hook?x=1"
        answer = sending.send(address, b"{}", HEADERS, may_stay_here=True)
        assert (answer.status, answer.problem) == (204, "")
        assert got == [("/hook?x=1", f"127.0.0.1:{port}", b"{}")]

    def test_follows_nobody_elsewhere(self, receiver):
        port, got = receiver
        address = f"http://127.0.0.1:{port}/elsewhere"
        answer = sending.send(address, b"{}", HEADERS, may_stay_here=True)
        assert answer.problem == "It answered 302."
        assert [path for path, _, _ in got] == ["/elsewhere"]

    @pytest.mark.parametrize(
        "numbers", [["127.0.0.1"], ["10.0.0.5"], ["93.184.216.34", "169.254.169.254"]]
    )
    def test_goes_to_no_name_with_a_number_behind_our_walls(self, monkeypatch, numbers):
        looked_up(monkeypatch, *numbers)
        monkeypatch.setattr(socket, "create_connection", pytest.fail)
        with pytest.raises(sending.NotSent, match="not on the public internet"):
            sending.send("https://example.org/hook", b"{}", HEADERS)

    def test_goes_to_the_number_that_was_looked_at(self, monkeypatch):
        looked_up(monkeypatch, "93.184.216.34")
        asked = []

        def connect(address, timeout):
            asked.append(address)
            raise TimeoutError

        monkeypatch.setattr(socket, "create_connection", connect)
        with pytest.raises(sending.NotSent, match="TimeoutError"):
            sending.send("https://example.org/hook", b"{}", HEADERS)
        assert asked == [("93.184.216.34", 443)]

    def test_goes_nowhere_but_over_https(self):
        with pytest.raises(rules.NotAReceiver):
            sending.send("http://example.org/hook", b"{}", HEADERS)

    def test_says_that_a_name_is_not_found(self, monkeypatch):
        def not_found(*_args, **_keywords):
            raise socket.gaierror

        monkeypatch.setattr(socket, "getaddrinfo", not_found)
        with pytest.raises(sending.NotSent, match="not found"):
            sending.send("https://example.org/hook", b"{}", HEADERS)
