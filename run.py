"""Run Answerable on a bare machine: Python 3.11 or later with pip, nothing else.

    python3 run.py demo              a running site with an invented office, on this machine only
    python3 run.py test              the test suite on SQLite
    python3 run.py prove NAME        measure a claim afresh (--list names them)
    python3 run.py answerable ARGS   any command of the product, such as: extract report.pdf

The environment is made in .venv from wheels whose hashes are in requirements/, and kept until
they change. uv is used when it is on the path.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
SCRIPTS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
# Each set holds the one before it.
SETS = ("run", "test", "check")


def main(arguments: list[str]) -> int:
    """Carry out one command; the exit status is that of the program it runs."""
    if sys.version_info < (3, 11):
        return refuse(
            f"Answerable needs Python 3.11 or later; this is {sys.version.split()[0]}. "
            "Install a newer Python and call run.py with it, for example: python3.12 run.py demo"
        )
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(__doc__)
        return 0
    command, *rest = arguments
    if command == "demo":
        install("run")
        return product(["demo", *rest])
    if command == "test":
        install("test")
        return run([PYTHON, "-m", "pytest", *(rest or ["-n", "auto", "-q"])])
    if command == "prove":
        install("test")
        return run([PYTHON, "-m", "bench", *rest])
    if command == "answerable":
        install("run")
        return product(rest)
    if command == "install":
        install(rest[0] if rest else "run")
        return 0
    return refuse(f"There is no command {command!r}. Call python3 run.py --help for the list.")


def install(wanted: str) -> None:
    """Make or complete .venv so that it holds the requirement set, quietly when it already does."""
    if wanted not in SETS:
        sys.exit(
            refuse(f"There is no requirement set {wanted!r}; choose one of {', '.join(SETS)}.")
        )
    stamp = ENVIRONMENT / "installed.txt"
    enough = {fingerprint(name) for name in SETS[SETS.index(wanted) :]}
    if PYTHON.exists() and stamp.exists() and stamp.read_text() in enough:
        return
    started = time.monotonic()
    say(f"Preparing Answerable in {ENVIRONMENT.name} (the first time takes a minute or two) ...")
    if not PYTHON.exists():
        make_environment()
    say("Installing checked packages ...")
    install_packages(ROOT / "requirements" / f"{wanted}.txt")
    point_at_source()
    stamp.write_text(fingerprint(wanted))
    say(f"Ready after {time.monotonic() - started:.0f} seconds.")


def fingerprint(name: str) -> str:
    """The name and content of a requirement set and the Python that it was installed for."""
    content = (ROOT / "requirements" / f"{name}.txt").read_bytes()
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return f"{name} {version} {hashlib.sha256(content).hexdigest()}"


def make_environment() -> None:
    """An empty environment; without ensurepip, which Debian ships apart."""
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    if uv := shutil.which("uv"):
        must([uv, "venv", "--quiet", "--python", sys.executable, ENVIRONMENT])
    else:
        must([sys.executable, "-m", "venv", "--without-pip", ENVIRONMENT])


def install_packages(requirements: Path) -> None:
    """Wheels only, each with a hash that requirements/ names."""
    safe = ["--only-binary", ":all:", "--require-hashes", "-r", requirements]
    if uv := shutil.which("uv"):
        must([uv, "pip", "install", "--python", PYTHON, *safe])
    else:
        pip = [sys.executable, "-m", "pip", "--python", PYTHON, "install"]
        must(
            [
                *pip,
                "--disable-pip-version-check",
                "--no-warn-script-location",
                "--progress-bar",
                "on" if sys.stdout.isatty() else "off",
                *safe,
            ]
        )


def point_at_source() -> None:
    """Make src importable in the environment, so that a checkout needs no build."""
    variables = {"base": str(ENVIRONMENT), "platbase": str(ENVIRONMENT)}
    packages = Path(sysconfig.get_path("purelib", "venv", vars=variables))
    (packages / "answerable-source.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")


def product(arguments: list[str]) -> int:
    return run([PYTHON, "-m", "answerable", *arguments], folder=Path.cwd())


def run(command: list, folder: Path = ROOT) -> int:
    try:
        return subprocess.run([str(part) for part in command], cwd=folder, check=False).returncode
    except KeyboardInterrupt:
        return 130


def must(command: list) -> None:
    """Run a step of the installation; stop with a sentence that says what to try if it fails."""
    finished = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
    if finished.returncode:
        sys.exit(
            refuse(
                "The step above failed. Answerable needs pip and a way to reach the Python package "
                "index once; check the connection, delete the folder .venv and try again."
            )
        )


def say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def refuse(message: str) -> int:
    say(message)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
