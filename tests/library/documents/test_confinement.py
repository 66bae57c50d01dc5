"""What the child process gives up."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

CONFINED = """
import sys
sys.path[:] = sys.argv[2:]
from answerable.documents.confinement import Confined, confine
from answerable.documents.limits import Limits
confine(Limits())
"""


@pytest.fixture
def visitors() -> Iterator[tuple[int, list[str]]]:
    """The port of a listener on loopback, and who came."""
    came: list[str] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def welcome() -> None:
        while True:
            try:
                visitor, address = listener.accept()
            except OSError:
                return
            came.append(str(address))
            visitor.close()

    guard = threading.Thread(target=welcome, daemon=True)
    guard.start()
    yield listener.getsockname()[1], came
    listener.shutdown(socket.SHUT_RDWR) if sys.platform.startswith("linux") else None
    listener.close()
    guard.join(timeout=5)


def run(code: str, argument: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", CONFINED + code, argument, *sys.path],
        capture_output=True,
        text=True,
        check=False,
    )


class TestConfine:
    def test_refuses_to_open_a_socket(self, visitors: tuple[int, list[str]]) -> None:
        port, came = visitors
        done = run(
            "import socket\n"
            "try:\n    socket.create_connection(('127.0.0.1', int(sys.argv[1])), 2)\n"
            "except Confined as refusal:\n    print('refused')\n",
            str(port),
        )
        assert done.stdout.strip() == "refused"
        assert came == []

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="namespaces are Linux's")
    def test_keeps_native_code_away_from_the_network(self, visitors: tuple[int, list[str]]) -> None:
        port, came = visitors
        done = run(
            "import ctypes, struct\n"
            "libc = ctypes.CDLL(None)\n"
            "number = libc.socket(2, 1, 0)\n"
            "address = struct.pack('=HH4s8x', 2, ((int(sys.argv[1]) & 255) << 8)"
            " | int(sys.argv[1]) >> 8, bytes([127, 0, 0, 1]))\n"
            "print('reached' if libc.connect(number, address, 16) == 0 else 'unreachable')\n",
            str(port),
        )
        if done.stdout.strip() == "reached":
            pytest.skip("this system gives no network namespace to everybody")
        assert came == []

    def test_refuses_to_start_a_program(self) -> None:
        done = run(
            "import subprocess\n"
            "try:\n    subprocess.run(['true'])\n"
            "except Confined as refusal:\n    print('refused')\n"
        )
        assert done.stdout.strip() == "refused"

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems limit memory loosely")
    def test_limits_memory(self) -> None:
        done = run(
            "try:\n    bytes(600 * 1024 * 1024)\nexcept MemoryError:\n    print('refused')\n"
        )
        assert done.stdout.strip() == "refused"
