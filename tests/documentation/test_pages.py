"""Links and pictures of the documentation lead somewhere, and its examples are what is printed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md")]
PICTURES = ROOT / "docs/pictures"
MOST_BYTES = 1_500_000
WIDTH = "90"
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```console\n\$ python3 run\.py answerable (.+)\n((?:.+\n)+?)```", README)


def links(page: Path) -> list[tuple[str, str]]:
    """The text and address of each link and picture that leads into the repository."""
    found = re.findall(r"\[([^\]]*)\]\(([^)#]*)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    return [(text, address) for text, address in found if address and "://" not in address]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
class TestAPage:
    def test_leads_only_to_what_exists(self, page):
        assert [at for _, at in links(page) if not (page.parent / at).exists()] == []

    def test_says_of_every_picture_what_it_shows(self, page):
        assert [
            at for text, at in links(page) if at.endswith((".png", ".svg")) and len(text) < 10
        ] == []

    def test_has_one_heading_of_the_first_level_and_it_comes_first(self, page):
        text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert text.startswith("# ")
        assert len(re.findall(r"^# ", text, flags=re.MULTILINE)) == 1


class TestThePictures:
    def test_are_all_used_and_small_together(self):
        used = {
            (page.parent / at).resolve()
            for page in PAGES
            for _, at in links(page)
            if at.endswith((".png", ".svg"))
        }
        made = {picture.resolve() for picture in PICTURES.iterdir()}
        assert made == used
        assert sum(picture.stat().st_size for picture in made) < MOST_BYTES


class TestTheExamplesOfTheReadme:
    def test_are_there(self):
        assert len(EXAMPLES) == 2

    @pytest.mark.parametrize(("arguments", "printed"), EXAMPLES, ids=["clock", "extract"])
    def test_show_what_is_printed(self, arguments, printed):
        environment = os.environ | {"COLUMNS": WIDTH, "PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run(
            [sys.executable, "-m", "answerable", *arguments.split()],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert [line.rstrip() for line in done.stdout.splitlines()] == printed.splitlines()
