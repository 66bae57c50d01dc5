"""Files for deployment are ones that systemd and nginx take, and name settings that there are."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import typer
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from answerable_site.config import commands

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
SETTINGS = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs/how-to/deploy-on-debian.md").read_text(encoding="utf-8")
RUNBOOK = (ROOT / "docs/how-to/runbook.md").read_text(encoding="utf-8")
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def offered() -> set[str]:
    """The commands of the site, with those of groups by the name of the group."""
    app = typer.Typer()
    commands.plug_into(app)
    names = {one.name or one.callback.__name__.replace("_", "-") for one in app.registered_commands}
    return names | {group.name for group in app.registered_groups}


def unit(path: Path) -> configparser.ConfigParser:
    """A unit, whose settings may stand several times."""
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str
    read.read_string(path.read_text(encoding="utf-8"))
    return read


class TestSettings:
    @pytest.mark.parametrize(
        "file", [path for path in DEPLOY.rglob("*") if path.is_file()], ids=lambda path: path.name
    )
    def test_that_are_named_are_documented(self, file):
        named = set(re.findall(r"\bANSWERABLE_[A-Z_]+[A-Z]\b", file.read_text(encoding="utf-8")))
        assert named <= set(re.findall(r"`(ANSWERABLE_[A-Z_]+)`", SETTINGS))

    def test_of_the_example_hold_no_secret(self):
        lines = (DEPLOY / "answerable.env.example").read_text(encoding="utf-8").splitlines()
        values = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
        secret = {"ANSWERABLE_SECRET_KEY", "ANSWERABLE_CASE_HASH_KEY", "ANSWERABLE_CASE_KEYS"}
        assert {values[name] for name in secret} == {""}


class TestUnits:
    @pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
    def test_run_a_command_that_there_is(self, path):
        arguments = unit(path)["Service"]["ExecStart"].split()
        assert arguments[:2] == ["/opt/answerable/.venv/bin/python", "-m"]
        assert arguments[2] == "gunicorn" or arguments[3] in offered()

    @pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
    def test_run_as_nobody_who_may_more(self, path):
        service = unit(path)["Service"]
        assert service["User"] == "answerable"
        assert service["NoNewPrivileges"] == service["ProtectHome"] == "yes"
        assert service["ProtectSystem"] == "strict"
        assert service["UMask"] == "0077"

    @pytest.mark.parametrize(
        "timer", [path for path in UNITS if path.suffix == ".timer"], ids=lambda path: path.name
    )
    def test_of_timers_have_a_service(self, timer):
        assert timer.with_suffix(".service") in SERVICES

    @pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
    def test_are_ones_that_systemd_takes(self, tmp_path):
        for path in UNITS:
            text = path.read_text(encoding="utf-8")
            # Asked for on a machine where the product is not installed.
            text = text.replace("/opt/answerable/.venv/bin/python", sys.executable)
            (tmp_path / path.name).write_text(text.replace("network-online.target ", ""))
        said = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", *sorted(tmp_path.iterdir())],
            capture_output=True,
            text=True,
            check=False,
        )
        assert [line for line in said.stderr.splitlines() if "answerable-" in line] == []

    def test_are_all_named_by_the_guide(self):
        for path in UNITS:
            name = path.name.removesuffix(".service")
            assert name in GUIDE or path.with_suffix(".timer").name in GUIDE


@pytest.mark.skipif(NGINX is None, reason="nginx is not here")
class TestNginx:
    def test_takes_the_site(self, tmp_path):
        site = (DEPLOY / "nginx/answerable.conf").read_text(encoding="utf-8")
        _certificate(tmp_path)
        for here, there in (
            ("/etc/ssl/answerable", str(tmp_path)),
            ("/var/log/nginx", str(tmp_path)),
            ("/var/lib/nginx", str(tmp_path)),
        ):
            site = site.replace(here, there)
        (tmp_path / "site.conf").write_text(site)
        (tmp_path / "nginx.conf").write_text(
            f"pid {tmp_path}/pid; error_log {tmp_path}/error.log; events {{}}\n"
            f"http {{ include {tmp_path}/site.conf; }}\n"
        )
        said = subprocess.run(
            [NGINX, "-t", "-q", "-c", tmp_path / "nginx.conf"],
            capture_output=True,
            text=True,
            check=False,
        )
        # It asks for the right to listen only when it starts.
        assert said.returncode == 0, said.stderr


class TestTheSiteOfNginx:
    site = (DEPLOY / "nginx/answerable.conf").read_text(encoding="utf-8")

    def test_passes_no_probe_on(self):
        assert "location /health/ { return 404; }" in self.site
        assert "location = /metrics { return 404; }" in self.site

    def test_logs_no_address_and_nobody(self):
        form = re.search(r"log_format answerable '([^']+)'", self.site)[1]
        assert not {"request", "uri", "args", "remote_addr", "http_referer", "remote_user"} & set(
            re.findall(r"\$(\w+)", form)
        )

    def test_says_https_over_whatever_a_browser_said(self):
        assert "proxy_set_header X-Forwarded-Proto https;" in self.site
        assert "X-Forwarded-For $proxy_add_x_forwarded_for" in self.site


class TestTheContainerfile:
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8")

    def test_installs_what_is_locked_and_runs_as_nobody(self):
        assert "--require-hashes -r requirements/run.txt" in self.text
        assert re.search(r"^USER 10001$", self.text, flags=re.MULTILINE)
        assert self.text.index("USER 10001") > self.text.rindex("RUN ")

    def test_copies_only_what_is_there(self):
        copied = [
            name
            for line in re.findall(r"^COPY (?!--from)(.+)$", self.text, flags=re.MULTILINE)
            for name in line.split()[:-1]
        ]
        assert [name for name in copied if not (ROOT / name).exists()] == []


class TestTheGuides:
    @pytest.mark.parametrize("page", ["deploy-on-debian", "runbook", "back-up", "upgrade"])
    def test_name_commands_that_there_are(self, page):
        text = (ROOT / f"docs/how-to/{page}.md").read_text(encoding="utf-8")
        named = set(
            re.findall(r"(?:`|\$ |^ *|answerable\) *)answerable ([a-z][a-z-]+)", text, re.M)
        )
        assert named
        assert named <= offered()

    def test_have_ten_incidents_the_leak_first(self):
        headings = re.findall(r"^## (\d+)\. (.+)$", RUNBOOK, flags=re.MULTILINE)
        assert [int(number) for number, _ in headings] == list(range(1, 11))
        assert "public" in headings[0][1]
        assert "published" in headings[1][1]
        assert RUNBOOK.count("**First five minutes.**") == 9


def _certificate(folder: Path) -> None:
    """A certificate that vouches for nobody, for nginx to read."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "answers.example.org")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "fullchain.pem").write_bytes(made.public_bytes(pem))
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
