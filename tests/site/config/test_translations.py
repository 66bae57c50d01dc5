"""Which messages there are, and whether the Welsh of them holds."""

from __future__ import annotations

import pytest
import typer
from tests.architecture.source import SITE
from typer.testing import CliRunner

from answerable.languages import CATALOGUE_NAME, read_catalogue
from answerable_site.config import commands, translations

IN_WELSH = (
    *("design/templates", "home/templates/home/start.html"),
    *(f"home/templates/home/{page}.html" for page in ("accessibility", "cookies", "privacy")),
    *("support/templates/support/answering", "support/forms/answering.py"),
    *("support/views/answering.py", "config/navigation.py", "people/templates/account"),
    *("people/templates/socialaccount", "people/templates/mfa", "people/forms/signing_in.py"),
    *(
        f"people/templates/people/{page}.html"
        for page in ("account", "confirm", "confirm_again", "locked_out", "sessions")
    ),
    "people/signing_in",
    *(
        f"publication/templates/publication/{page}.html"
        for page in (
            *("body", "body_progress", "data_set", "data_sets", "edition_gone", "feedback"),
            *("feedback_list", "figures_gone", "gone", "inspection", "late", "meeting"),
            *("meetings", "progress", "record", "register", "version"),
        )
    ),
)
"""Files that say nothing without Welsh."""


@pytest.fixture(scope="module")
def untranslated() -> list[translations.Found]:
    return translations.untranslated()


class TestTheCatalogues:
    def test_have_no_fault(self):
        assert translations.faults() == []

    @pytest.mark.parametrize("part", IN_WELSH)
    def test_have_welsh_for_all_that_is_said_there(self, untranslated, part):
        assert (SITE / part).exists()
        left = [one for one in untranslated if one.file.startswith(f"answerable_site/{part}")]
        assert left == []

    def test_lie_in_rooms_that_say_what_is_in_them(self):
        rooms = {path.parent.name for path in SITE.glob(f"*/{CATALOGUE_NAME}")}
        said = {room: set() for room in rooms}
        for one in translations.found_in_sources():
            said.setdefault(one.room, set()).add(one.text)
        for room in rooms:
            entries = {one.message for one in read_catalogue(SITE / room / CATALOGUE_NAME)}
            assert entries <= said[room]


@pytest.fixture
def asked(monkeypatch):
    # Django runs already; setting it up again would set its log up again too.
    monkeypatch.setattr(commands, "_start_django", lambda: None)
    app = typer.Typer()
    commands.plug_into(app)
    return lambda *more: CliRunner().invoke(app, ["translations", *more])


class TestTheReport:
    def test_counts_each_room_and_all_together(self, asked):
        told = asked("report")
        assert told.exit_code == 0, told.output
        rows = {line.split()[0]: line.split()[1:] for line in told.stdout.splitlines()[1:]}
        assert int(rows["all"][1]) == sum(
            int(row[1]) for room, row in rows.items() if room != "all"
        )
        assert rows["design"][0] == rows["design"][1]

    def test_names_welsh_that_nobody_needs(self, asked, monkeypatch):
        monkeypatch.setattr(translations, "stale", lambda: ["Gone"])
        told = asked("report")
        assert told.exit_code == 1
        assert "Nobody says 'Gone' any more" in told.output

    def test_writes_what_is_missing_as_entries(self, asked, tmp_path):
        told = asked("missing", "--room", "training")
        path = tmp_path / "missing.po"
        path.write_text(told.stdout, encoding="utf-8")
        assert 'msgstr ""' in told.stdout
        assert read_catalogue(path) == []


class TestStandings:
    def test_count_texts_that_nobody_marked(self):
        unmarked = {one.room: one.unmarked for one in translations.standings()}
        assert unmarked["responses"] > 0
        assert unmarked["design"] == 0
