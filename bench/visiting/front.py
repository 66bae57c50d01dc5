"""nginx in front of the site: it keeps what is public for as long as the site says, and nothing
that was asked with a cookie."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from pathlib import Path

_CONFIGURATION = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
worker_processes 1;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    proxy_cache_path {folder}/kept keys_zone=public:10m max_size=200m;
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://127.0.0.1:{behind};
            proxy_set_header Host $host;
            proxy_cache public;
            proxy_cache_lock on;
            proxy_cache_bypass $http_cookie;
            proxy_no_cache $http_cookie;
        }}
    }}
}}
"""


def is_installed() -> bool:
    """Whether nginx is on this machine."""
    return shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/bin") is not None


class Front:
    """nginx on a free port of this machine."""

    def __init__(self, folder: Path, behind: int) -> None:
        """
        Args:
            folder: for all its files.
            behind: the port of the site.
        """
        self.port = _free_port()
        folder.chmod(0o755)
        configuration = folder / "nginx.conf"
        configuration.write_text(
            _CONFIGURATION.format(folder=folder, port=self.port, behind=behind), encoding="ascii"
        )
        nginx = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/bin")
        assert nginx is not None, "is_installed is asked first"
        self._process = subprocess.Popen([nginx, "-c", str(configuration)])
        self._wait()

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(timeout=30)

    def _wait(self) -> None:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise RuntimeError("nginx did not start within 10 seconds.")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port
