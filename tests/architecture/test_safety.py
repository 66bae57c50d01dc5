"""What the source must not do for the site to be safe: read from the code itself.

ruff and bandit know what is dangerous anywhere. These rules are about this house: who may vouch for
markup, which doors lead out, what a template may hold, what may not stand in the repository.
"""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.architecture.source import ROOT, SITE, tree

SOURCE = sorted((ROOT / "src").glob("**/*.py"))
TEMPLATES = sorted(SITE.glob("**/*.html"))
VOUCHES_FOR_MARKUP = {
    # A picture that is drawn here, of characters that no person chose.
    "people/signing_in/pictures.py",
    # The components escape what they are given.
    "design/components.py",
    "design/forms/controls.py",
    "design/forms/kept.py",
    "design/templatetags/govuk.py",
    "followup/templatetags/followup_lists.py",
    "register/presenters/inspections.py",
    "register/templatetags/register_lists.py",
    "responses/presenters/past.py",
    # The reader of Markdown escapes every word of a guide.
    "home/guides/rendering.py",
    # The library's renderer escapes every word of a document.
    "accessreview/views/handing_out.py",
    "casework/views/taking_out.py",
    "publication/presenters/meetings.py",
    "scrutiny/presenters/packs.py",
    "publication/presenters/versions.py",
    "responses/views/approving.py",
    "responses/views/evaluating.py",
    "responses/views/reading.py",
    "responses/views/signing.py",
}
TALKS_SQL = {
    # Ask indexes of words: names are those of our own tables, every word is a parameter.
    "fulltext/engines/postgresql.py",
    "fulltext/index.py",
    # Inserts many rows at once: names are those of our own tables, every value is a parameter.
    "followup/operations/inserting.py",
    # Asks which tables of history hold something: names are those of our own tables, every moment
    # is a parameter.
    "followup/queries/changes.py",
    # Moves whole files between tables: statements are constants with names of our own tables, every
    # value is a parameter.
    "intake/operations/loading/comparing.py",
    "intake/operations/loading/differing.py",
    "intake/operations/loading/staging.py",
    "intake/operations/loading/tables.py",
    "intake/operations/undoing.py",
    "intake/queries/digests.py",
    # Gives a load more memory: statements are constants, but for a number of the database’s own.
    "intake/operations/loading/room.py",
    # Tells PostgreSQL who looks, and as which role.
    "casework/wall.py",
    "config/walls.py",
    # Reads the record of acts as one moment saw it.
    "audit/queries/verification.py",
    # Keeps, counts, moves and looks at whole tables, whatever they hold.
    "config/gathering.py",
    "config/probes.py",
    "config/upgrading.py",
    "upkeep/engines/postgresql.py",
    "upkeep/engines/sqlite.py",
    "upkeep/moving.py",
    "upkeep/queries/tables.py",
}
DOORS_OUT = {"socket", "ssl", "http.client", "urllib.request", "ftplib", "requests", "httpx"}
# Looks for a free port on this machine; tells systems of organisations of events.
MAY_OPEN_DOORS = {"config/servers.py", "webhooks/sending.py"}
GUESSABLE = {"random"}
# Invents reports for the demonstration from a number, the same ones each time.
MAY_BE_GUESSED = "src/answerable/synthetic/"
# Parts of a file, and a statement of SQL, that stand as constants in the same file.
FORMATS_OF_OUR_OWN = {
    "casework/tasks.py",
    # Messages and their Welsh; where values are put in, `test_says_only_messages_that_stand_there`.
    "design/forms/wording.py",
    "followup/migrations/0003_search.py",
    "register/migrations/0002_search.py",
    "src/answerable/languages/sentences.py",
    "src/answerable/mappings/checking/possible.py",
    "src/answerable/mappings/doubts.py",
    "src/answerable/mappings/page.py",
    "src/answerable/writing/docx.py",
    "src/answerable/writing/odt.py",
}
EXEMPTIONS = {
    *("csrf_exempt", "xframe_options_exempt", "xframe_options_sameorigin"),
    *("csp_exempt", "csp_update", "csp_replace", "csp_override"),
}
# The form of whoever answers a survey: it needs no cookie, and its code is all that it goes by
# (docs/adr/0041).
# An address of the interface at which nothing is: it reads nothing and does nothing.
NEEDS_NO_TOKEN = {"support/views/answering.py", "config/api.py"}
UNSAFE_CALLS = {"eval", "exec", "compile", "__import__"}
UNSAFE_MODULES = {"pickle", "marshal", "shelve", "dill", "yaml"}
SECRETS = {
    "a private key": re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"),
    "a token of a known kind": re.compile(
        r"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|glpat-[\w-]{20}|xox[abprs]-[\w-]{10,}"
        r"|pypi-[\w-]{50,}|sk_live_[A-Za-z0-9]{20,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})"
    ),
    "an address with a password": re.compile(r"\w+://[\w%.-]+:(?!password@|p%2Fw@|pw@)[^\s@/<]+@"),
}
# Shows that the sentences of `config.env` leave a password out.
NO_SECRETS = {"tests/site/config/test_env.py"}


def _named(path: Path) -> str:
    return path.relative_to(SITE if SITE in path.parents else ROOT).as_posix()


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _names(path: Path) -> set[str]:
    """Every name and attribute that a file uses."""
    return {
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.Name, ast.Attribute))
    }


def _using(names: set[str]) -> set[str]:
    return {_named(path) for path in SOURCE if _names(path) & names}


def _importing(modules: set[str]) -> set[str]:
    return {_named(path) for path in SOURCE if modules & set(_imports(path))}


def _stands_there(argument: ast.expr) -> bool:
    """Whether a text stands in the source, or in a table of the source."""
    match argument:
        case ast.Constant():
            return True
        case ast.IfExp(body=body, orelse=orelse):
            return _stands_there(body) and _stands_there(orelse)
        case ast.Subscript(value=ast.Name(id=table)):
            return table.lstrip("_").isupper()
        case _:
            return False


class TestTheSource:
    def test_vouches_for_markup_only_where_it_was_escaped(self):
        assert _using({"mark_safe", "format_html", "format_html_join"}) == VOUCHES_FOR_MARKUP

    def test_talks_sql_only_where_it_searches(self):
        said = {
            path
            for path in _using({"RawSQL", "cursor", "raw", "extra"})
            if "migrations" not in path and (SITE / path).is_file()
        }
        assert said == TALKS_SQL

    def test_runs_no_text_as_code(self):
        called = {
            _named(path)
            for path in SOURCE
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in UNSAFE_CALLS
        }
        assert called == set()
        assert _importing(UNSAFE_MODULES) == set()

    def test_starts_no_shell(self):
        shells = {
            _named(path)
            for path in SOURCE
            for node in ast.walk(tree(path))
            if isinstance(node, ast.keyword) and node.arg == "shell"
        }
        assert shells | _using({"system", "popen", "getoutput"}) == set()

    def test_opens_no_door_to_other_machines(self):
        assert _importing(DOORS_OUT) == MAY_OPEN_DOORS

    def test_takes_no_weak_hash(self):
        # The list of stolen passwords is kept under SHA-1, which protects nothing here.
        assert _using({"md5", "sha1"}) == {"people/passwords.py"}

    def test_makes_no_sentence_from_a_format_that_was_typed(self):
        formatted = {
            _named(path)
            for path in SOURCE
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in {"format", "format_map"}
            and not isinstance(node.func.value, ast.Constant)
        }
        assert formatted == FORMATS_OF_OUR_OWN

    def test_says_only_messages_that_stand_there(self):
        typed = {
            f"{_named(path)}:{node.lineno}"
            for path in SOURCE
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"say", "say_count"}
            and node.keywords
            and not _stands_there(node.args[0])
        }
        assert typed == set()

    def test_draws_nothing_from_guessable_chance(self):
        guessed = {
            path.relative_to(ROOT).as_posix() for path in SOURCE if GUESSABLE & set(_imports(path))
        }
        assert {path for path in guessed if not path.startswith(MAY_BE_GUESSED)} == set()

    def test_exempts_no_page_from_a_protection(self):
        assert _using({"csrf_exempt"}) == NEEDS_NO_TOKEN
        assert _using(EXEMPTIONS - {"csrf_exempt"}) == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=_named)
class TestATemplate:
    def test_holds_no_script_style_or_handler_and_escapes_everything(self, path):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=|javascript:", text)
        assert not re.search(r"\|\s*safe\b|autoescape off|\|\s*safeseq\b", text)

    def test_sends_no_form_without_its_token(self, path):
        text = path.read_text(encoding="utf-8")
        for form in re.findall(r"<form\b[^>]*method=\"post\".*?</form>", text, flags=re.DOTALL):
            assert "{% csrf_token %}" in form

    def test_loads_nothing_from_other_sites(self, path):
        text = path.read_text(encoding="utf-8")
        loaded = re.findall(r"<(?:script|link|img|iframe|source)\b[^>]*", text)
        assert not [tag for tag in loaded if re.search(r"(?:src|href)=\"(?:https?:)?//", tag)]


class TestTheRepository:
    def test_holds_no_secret(self):
        found = [
            f"{path.relative_to(ROOT)}: {kind}"
            for path in _texts()
            for kind, pattern in SECRETS.items()
            if pattern.search(path.read_text(encoding="utf-8", errors="replace"))
        ]
        assert found == []

    def test_would_find_one(self):
        key = "-----BEGIN " + "PRIVATE KEY-----"
        address = "postgresql://answerable:" + "hunter2@db.example/answerable"
        token = "ghp_" + "a" * 36
        for kind, text in zip(SECRETS, (key, token, address), strict=True):
            assert SECRETS[kind].search(text), kind


def _texts() -> list[Path]:
    """Every file that is kept in the repository and is a text."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("this is no checkout, so nobody can say what belongs to it")
    return [
        ROOT / name
        for name in listed.stdout.split("\0")
        if name
        and name not in NO_SECRETS
        and (ROOT / name).is_file()
        and (ROOT / name).suffix not in {".png", ".pdf", ".docx", ".odt", ".ttf", ".xls", ".xlsx"}
    ]
