"""Reads and types the environment once, and fails with a sentence that says what to do."""

from __future__ import annotations

import os
import re
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

LEAST_KEY = 50
"""Characters of a secret key, as Django asks for."""
LEAST_TOKEN = 32
"""Characters of a token that a program shows."""
LEAST_DIFFERENT = 10
"""Different characters in a secret key; a random one has about forty."""

# What Django and this repository put where no key was made.
_KNOWN_KEYS = ("django-insecure-", "for this machine only", "for tests")
_HOST = "answers.example.org"
_A_HOST = re.compile(
    r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*", re.IGNORECASE
)
_ON_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


def text(name: str, default: str | None = None) -> str:
    """The value of an environment variable.

    Raises:
        ImproperlyConfigured: it is not set and there is no default.
    """
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(
            f"Set the environment variable {name}. docs/reference/settings.md says what it is for."
        )
    return value


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas; empty parts are dropped."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def flag(name: str, *, default: bool) -> bool:
    """A switch written as yes or no.

    Raises:
        ImproperlyConfigured: it is neither.
    """
    value = os.environ.get(name, "yes" if default else "no").lower()
    if value not in {"yes", "no"}:
        raise ImproperlyConfigured(f"Set {name} to yes or no; it is {value!r}.")
    return value == "yes"


def number(name: str, default: int, *, lowest: int = 0) -> int:
    """A whole number.

    Raises:
        ImproperlyConfigured: it is none, or lower than the lowest that makes sense.
    """
    value = text(name, str(default))
    if not value.isdecimal() or int(value) < lowest:
        raise ImproperlyConfigured(
            f"Set {name} to a whole number of at least {lowest}; it is {value!r}."
        )
    return int(value)


def choice(name: str, offered: tuple[str, ...]) -> str:
    """One of several words; the first unless it is set.

    Raises:
        ImproperlyConfigured: it is none of them.
    """
    value = text(name, offered[0])
    if value not in offered:
        raise ImproperlyConfigured(f"Set {name} to {' or '.join(offered)}; it is {value!r}.")
    return value


def token(name: str) -> str:
    """What somebody proves themselves by; empty where it is not set.

    Raises:
        ImproperlyConfigured: it is shorter than `LEAST_TOKEN` characters.
    """
    value = text(name, "")
    if value and len(value) < LEAST_TOKEN:
        raise ImproperlyConfigured(
            f"{name} has {len(value)} characters; it needs {LEAST_TOKEN} or more. Make one with "
            'python3 -c "import secrets; print(secrets.token_urlsafe(32))".'
        )
    return value


def existing_file(name: str) -> Path | None:
    """A file that is there; None where the variable is not set.

    Raises:
        ImproperlyConfigured: there is no such file.
    """
    value = os.environ.get(name, "")
    if value and not Path(value).is_file():
        raise ImproperlyConfigured(f"Set {name} to a file; there is none at {value!r}.")
    return Path(value) if value else None


def secret_key(name: str) -> str:
    """The key that signs sessions and forms.

    Raises:
        ImproperlyConfigured: it is not set, shorter than `LEAST_KEY` characters, made of a few
            characters over and over, or one that stands in a public repository.
    """
    value = text(name)
    how = (
        'Make one with python3 -c "import secrets; print(secrets.token_urlsafe(64))" and keep it '
        "out of the repository."
    )
    if len(value) < LEAST_KEY:
        raise ImproperlyConfigured(
            f"{name} has {len(value)} characters; it needs {LEAST_KEY} or more. {how}"
        )
    if len(set(value)) < LEAST_DIFFERENT:
        raise ImproperlyConfigured(
            f"{name} repeats {len(set(value))} characters; it needs random ones. {how}"
        )
    if value.startswith(_KNOWN_KEYS):
        raise ImproperlyConfigured(f"{name} is a key that everybody can read. {how}")
    return value


def hosts(name: str) -> list[str]:
    """The host names that the site answers to, none of them a pattern.

    Raises:
        ImproperlyConfigured: there is none, or one stands for many or is no host name.
    """
    found = words(name, text(name))
    if not found:
        raise ImproperlyConfigured(f"Set {name} to the host names of the site, such as {_HOST}.")
    for host in found:
        if not _A_HOST.fullmatch(host):
            raise ImproperlyConfigured(
                f"Set {name} to whole host names, such as {_HOST}, separated by commas. "
                f"{host!r} stands for more than one host, or for none."
            )
    return found


def public_address(name: str, *, hosts: list[str]) -> str:
    """The address that the public uses: https, a host that the site answers to, and no path.

    Raises:
        ImproperlyConfigured: it is anything else.
    """
    value = text(name).rstrip("/")
    address = urlsplit(value)
    if address.scheme != "https" or not address.hostname or value != f"https://{address.netloc}":
        raise ImproperlyConfigured(
            f"Set {name} to an address such as https://{_HOST}: https, and nothing behind the host."
        )
    if address.hostname not in hosts:
        raise ImproperlyConfigured(
            f"{name} names the host {address.hostname!r}, which the site does not answer to. Add "
            "it to ANSWERABLE_HOSTS, or name one of those."
        )
    return value


def folder(name: str, default: Path) -> Path:
    """A folder, made absolute."""
    return Path(os.environ.get(name, default)).absolute()


def file(name: str, default: Path) -> Path:
    """The place of a file, made absolute; the file itself may not be there yet.

    Raises:
        ImproperlyConfigured: a folder is there.
    """
    path = folder(name, default)
    if path.is_dir():
        raise ImproperlyConfigured(f"Set {name} to a file; {path} is a folder.")
    return path


# The walls around cases are part of every statement, and to plan one took as long as to answer it:
# a connection, which a process keeps for a minute, plans once what it asks three times.
_PREPARED = {"server_side_binding": True, "prepare_threshold": 3}


def database(name: str, default: str) -> dict[str, Any]:
    """Django's settings for a database address.

    Args:
        name: the variable, holding `sqlite:///path` or `postgresql://user:password@host/name`.
        default: the address where the variable is not set.

    Raises:
        ImproperlyConfigured: the address is of neither form.
    """
    return database_at(os.environ.get(name, default), called=name)


def database_at(value: str, *, called: str) -> dict[str, Any]:
    """Django's settings for a database address, whatever gave it.

    Args:
        value: `sqlite:///path` or `postgresql://user:password@host/name`.
        called: what gave it, such as the name of a variable.

    Raises:
        ImproperlyConfigured: the address is of neither form.
    """
    address = urlsplit(value)
    if address.scheme == "sqlite":
        return _sqlite(unquote(address.path.removeprefix("/")))
    if address.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(address.path.removeprefix("/")),
            "USER": unquote(address.username or ""),
            "PASSWORD": unquote(address.password or ""),
            "HOST": address.hostname or "",
            "PORT": str(address.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {**_PREPARED, **dict(parse_qsl(address.query))},
        }
    raise ImproperlyConfigured(
        f"Set {called} to sqlite:///path/to/file or postgresql://user:password@host/name."
    )


def mail(name: str) -> dict[str, Any]:
    """Django's settings for sending e-mail; empty where the variable is not set.

    Args:
        name: the variable, holding `smtp://user:password@host:587?starttls=yes`,
            `smtps://user:password@host` (TLS from the first byte) or `file:///folder`, which
            writes each message into a file and sends none.

    Raises:
        ImproperlyConfigured: the address is of another form, or would send a password
            unencrypted to another machine.
    """
    value = os.environ.get(name, "")
    if not value:
        return {}
    address = urlsplit(value)
    if address.scheme == "file" and address.path.strip("/") and not address.netloc:
        return mail_folder(Path(unquote(address.path)))
    if address.scheme in {"smtp", "smtps"} and address.hostname:
        return _mail_server(name, address)
    raise ImproperlyConfigured(
        f"Set {name} to smtp://user:password@host:587?starttls=yes, smtps://user:password@host or "
        "file:///folder."
    )


def mail_folder(folder: Path) -> dict[str, Any]:
    """Django's settings that write each e-mail into a file of a folder and send none."""
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": folder,
    }


def sender(name: str, default: str = "") -> str:
    """An e-mail address, with a name before it or without: `Answerable <office@example.org>`.

    Raises:
        ImproperlyConfigured: it is set, and is no such address.
    """
    value = text(name, default)
    account, at, host = parseaddr(value)[1].rpartition("@")
    if value and not (account and at and host):
        raise ImproperlyConfigured(
            f"Set {name} to an e-mail address such as Answerable <office@example.org>; it is "
            f"{value!r}."
        )
    return value


def single_sign_on(*, address: str, client: str, key: str, called: str) -> dict[str, Any]:
    """django-allauth's settings for a provider of OpenID Connect; empty where none is set.

    Args:
        address: name of the variable with the provider's address, as its discovery document names
            its issuer; the others are needed with it.
        client: name of the variable with what the provider calls this site.
        key: name of the variable with the secret that it gave this site.
        called: name of the variable with what the button calls it; optional.

    Raises:
        ImproperlyConfigured: one is missing, or the address is not encrypted.
    """
    value = os.environ.get(address, "")
    if not value:
        return {}
    parts = urlsplit(value)
    if parts.scheme != "https" and parts.hostname not in _ON_THIS_MACHINE:
        raise ImproperlyConfigured(f"Set {address} to an address that begins with https://.")
    return {
        "provider_id": "office",
        "name": text(called, "your organisation"),
        "client_id": text(client),
        "secret": text(key),
        "settings": {"server_url": value.rstrip("/")},
    }


def _mail_server(name: str, address: SplitResult) -> dict[str, Any]:
    asked = dict(parse_qsl(address.query, keep_blank_values=True))
    starttls, implicit = asked.pop("starttls", "no"), address.scheme == "smtps"
    if starttls not in {"yes", "no"} or asked:
        raise ImproperlyConfigured(
            f"Set {name} with ?starttls=yes or without anything behind the host."
        )
    if implicit and starttls == "yes":
        raise ImproperlyConfigured(
            f"Set {name} to smtps:// or to smtp:// with ?starttls=yes, not to both."
        )
    encrypted = implicit or starttls == "yes"
    if address.password and not encrypted and address.hostname not in _ON_THIS_MACHINE:
        raise ImproperlyConfigured(
            f"{name} would send the password unencrypted. Use smtps://, or add ?starttls=yes."
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": address.hostname,
        "EMAIL_PORT": _port(name, address) or (465 if implicit else 587 if encrypted else 25),
        "EMAIL_HOST_USER": unquote(address.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(address.password or ""),
        "EMAIL_USE_SSL": implicit,
        "EMAIL_USE_TLS": starttls == "yes",
    }


def _port(name: str, address: SplitResult) -> int | None:
    try:
        return address.port
    except ValueError:
        raise ImproperlyConfigured(f"The port in {name} must be a number up to 65535.") from None


def _sqlite(path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            # Writers queue from their first statement, so none fails half-way for a lock.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
