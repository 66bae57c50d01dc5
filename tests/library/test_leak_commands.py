from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.hiding.controls import pdf, png, xlsx
from bench.hiding.pictures import WAYS
from typer.testing import CliRunner

from answerable.leak_commands import app

MARKER = "QZX4711VW9"


def run(*arguments: object):
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.fixture
def picture(tmp_path) -> Path:
    path = tmp_path / "picture.png"
    path.write_bytes(next(way for way in WAYS if way.called == "png: a remark").make(MARKER))
    return path


@pytest.fixture
def needles(tmp_path) -> Path:
    path = tmp_path / "withheld.csv"
    path.write_text(f"label,text,kind\ncase 17,{MARKER},reference\n", encoding="utf-8")
    return path


class TestScan:
    def test_names_the_label_of_what_it_found_and_never_the_words(self, picture, needles):
        found = run("scan", picture, "--needles", needles, "--format", "json")
        assert found.exit_code == 1
        told = json.loads(found.stdout)
        assert {"held", "picture_metadata"} == {one["kind"] for one in told["findings"]}
        assert "case 17" in found.stdout
        assert MARKER not in found.stdout

    def test_of_a_clean_file_ends_well(self, tmp_path):
        clean = tmp_path / "clean.xlsx"
        clean.write_bytes(xlsx())
        found = run("scan", clean)
        assert (found.exit_code, found.stdout) == (0, "Findings by scanner 1: 0.\n")

    @pytest.mark.parametrize(
        ("listed", "why"),
        [
            ("text,kind\n", "must have the headings label, text and kind"),
            ("label,text,kind\na,123456,case\n", "Row 2 has the kind “case”"),
            ("label,text,kind\na,1,name\n", "“a” is too short"),
        ],
    )
    def test_refuses_a_list_that_it_cannot_use(self, picture, needles, listed, why):
        needles.write_text(listed, encoding="utf-8")
        found = run("scan", picture, "--needles", needles)
        assert found.exit_code == 2
        assert why in found.stderr

    def test_says_which_file_is_missing(self, tmp_path):
        found = run("scan", tmp_path / "none.pdf")
        assert found.exit_code == 2
        assert "none.pdf cannot be read" in found.stderr


class TestRemake:
    def test_writes_a_new_file_with_nothing_hidden(self, picture, tmp_path):
        made = tmp_path / "made.png"
        assert run("remake", picture, "--out", made).exit_code == 0
        assert MARKER.encode() not in made.read_bytes()
        assert run("scan", made).exit_code == 0

    def test_never_writes_over_a_file(self, picture):
        found = run("remake", picture, "--out", picture)
        assert found.exit_code == 2
        assert MARKER.encode() in picture.read_bytes()

    @pytest.mark.parametrize("content", [pdf(), xlsx()])
    def test_writes_nothing_under_another_kind_of_name(self, tmp_path, content):
        given, made = tmp_path / "given", tmp_path / "made.png"
        given.write_bytes(content)
        assert run("remake", given, "--out", made).exit_code == 2
        assert not made.exists()


class TestClues:
    @pytest.fixture
    def statement(self, tmp_path) -> Path:
        path = tmp_path / "statement.txt"
        path.write_text("The suspect is a midwife, and the bags were counted.", encoding="utf-8")
        return path

    def test_are_listed_with_what_stands_around(self, statement):
        found = run("clues", statement)
        assert found.exit_code == 0
        assert "[a midwife], and the bags" in found.stdout
        assert "Clues to look at: 1." in found.stdout

    def test_are_data_for_other_programs(self, statement):
        (one,) = json.loads(run("clues", statement, "--format", "json").stdout)
        assert (one["kind"], one["words"]) == ("occupation", "a midwife")


def test_a_picture_that_is_none_is_refused_in_words(tmp_path):
    broken, made = tmp_path / "broken.png", tmp_path / "made.png"
    broken.write_bytes(png()[:50])
    found = run("remake", broken, "--out", made)
    assert found.exit_code == 2
    assert "damaged" in found.stderr
