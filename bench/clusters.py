"""A standalone cluster of Spark on loopback, for one proof."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"
LOOPBACK = {"SPARK_LOCAL_IP": HOST}
MOST_SECONDS = 60
"""Until the master listens."""


@dataclass(frozen=True)
class Cluster:
    """A master with its workers."""

    master: str
    """Its address, as Spark takes it."""
    workers: tuple[subprocess.Popen[bytes], ...]


@contextmanager
def cluster(packages: Path, workers: int) -> Iterator[Cluster]:
    """A cluster with workers of one core each, stopped afterwards.

    Args:
        packages: the folder in which pyspark is installed.
    """
    home = packages / "pyspark"
    port = _free_port()
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="cluster-"))
        at = ("--host", HOST, "--webui-port", "0")
        stack.enter_context(_running(home, "master.Master", *at, "--port", str(port)))
        _wait_for(port)
        address = f"spark://{HOST}:{port}"
        sizes = ("--cores", "1", "--memory", "3g")
        started = tuple(
            stack.enter_context(
                _running(home, "worker.Worker", *at, *sizes, "--work-dir", folder, address)
            )
            for _ in range(workers)
        )
        yield Cluster(address, started)


@contextmanager
def _running(home: Path, what: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [home / "bin" / "spark-class", f"org.apache.spark.deploy.{what}", *arguments],
        env=os.environ | LOOPBACK | {"SPARK_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind((HOST, 0))
        port: int = one.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    until = time.monotonic() + MOST_SECONDS
    while time.monotonic() < until:
        with socket.socket() as one:
            if one.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError(f"The master of the cluster does not listen after {MOST_SECONDS} seconds.")
