"""Starts web server, background worker and scheduler together, and stops them together."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time

APPLICATION = "answerable_site.config.wsgi:application"


def free_port(first: int) -> int:
    """The first free port on the loopback address, from `first` upwards.

    Raises:
        OSError: none of a hundred ports is free.
    """
    for port in range(first, first + 100):
        with socket.socket() as attempt:
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                attempt.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise OSError(f"No free port between {first} and {first + 99}; give another with --port.")


def run(*, host: str, port: int, web_workers: int) -> int:
    """Serve until interrupted or until one of the processes ends; returns the exit status."""
    processes = [
        subprocess.Popen(_web_server(host, port, web_workers), env=os.environ),
        subprocess.Popen(_own("worker"), env=os.environ),
        subprocess.Popen(_own("scheduler"), env=os.environ),
    ]
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        while all(process.poll() is None for process in processes):
            time.sleep(0.3)
        return next(code for process in processes if (code := process.poll()) is not None)
    except KeyboardInterrupt:
        return 0
    finally:
        _stop(processes)


def _web_server(host: str, port: int, workers: int) -> list[str]:
    if os.name == "nt":
        listen = f"--listen={host}:{port}"
        return [sys.executable, "-m", "waitress", listen, "--threads=8", APPLICATION]
    return [
        sys.executable,
        *("-m", "gunicorn", APPLICATION),
        *("--bind", f"{host}:{port}"),
        *("--workers", str(workers)),
        *("--worker-class", "gthread", "--threads", "4"),
        # One copy of the loaded code, shared by all workers.
        "--preload",
        "--no-control-socket",
        *("--log-level", "warning"),
    ]


def _own(command: str) -> list[str]:
    """A command of the product that runs until stopped."""
    return [sys.executable, "-m", "answerable", command]


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _stop(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
