"""What holds of every chart, whatever it shows."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest
import typst
from tests.library.charts import results
from tests.library.charts.results import SVG, boxes_in, root_of, words_in

from answerable import writing
from answerable.charts.bars import draw_bars
from answerable.charts.curves import draw_course
from answerable.charts.funnels import draw_funnel
from answerable.charts.gaps import draw_gaps
from answerable.charts.series import draw_series
from answerable.charts.style import MEASURES, Size
from answerable.measures.behaviour import Rebase
from answerable.measures.curves import Which

REASONS = {("made", "charge"): "Charge", ("made", "nfa"): "No further action, in many more words"}
GROUPS = [
    results.answer(30, made="charge"),
    results.answer(4, 12, made="nfa"),
    results.answer(0, 3, made=None),
]
DRAWN = {
    "series": lambda size: draw_series(results.series(), size),
    "series with a change": lambda size: draw_series(
        results.series(rebases=[Rebase(7, "A new form of letter was taken up.")]), size
    ),
    "gaps": lambda size: draw_gaps(results.events(), size),
    "funnel": lambda size: draw_funnel(results.units(), size),
    "curves": lambda size: draw_course(results.course(), size),
    "curves to the hearing": lambda size: draw_course(
        results.course(which=Which.HEARING), size, is_synthetic=True
    ),
    "bars": lambda size: draw_bars(results.TOLD, GROUPS, REASONS, size),
}
EVERY = pytest.mark.parametrize("picture", list(DRAWN), indirect=True)


@pytest.fixture(params=Size, scope="module", ids=lambda size: size.value)
def size(request):
    return request.param


@pytest.fixture(scope="module")
def picture(request, size):
    return DRAWN[request.param](size)


@EVERY
class TestEveryPicture:
    def test_says_what_it_is_and_shows(self, picture):
        root = root_of(picture)
        assert root.get("role") == "img"
        assert [one.text for one in root[:2]] == [picture.words.title, picture.description]
        assert root.get("aria-labelledby").split() == [one.get("id") for one in root[:2]]

    def test_says_in_its_description_what_the_sentence_says(self, picture):
        assert picture.words.sentence in picture.description

    def test_holds_nothing_that_a_strict_page_refuses(self, picture):
        written = picture.svg.decode()
        assert not re.search(r"\bstyle\b|<script|\bon\w+=|@import|url\((?!#)", written)
        assert {one.tag for one in root_of(picture).iter()} <= {
            f"{SVG}{tag}"
            for tag in ("svg", "title", "desc", "g", "defs", "clipPath", "path", "rect", "text")
        } | {f"{SVG}use"}

    def test_holds_no_day_and_no_name_of_whoever_drew_it(self, picture):
        assert b"matplotlib" not in picture.svg
        assert b"metadata" not in picture.svg

    def test_has_no_words_upon_each_other(self, picture):
        for (one, box), (other, another) in combinations(boxes_in(picture), 2):
            is_apart = (
                box[2] <= another[0]
                or another[2] <= box[0]
                or box[3] <= another[1]
                or another[3] <= box[1]
            )
            assert is_apart, (one, other)

    def test_has_no_words_beyond_its_edges(self, picture, size):
        height = float(root_of(picture).get("height"))
        for words, (left, top, right, bottom) in boxes_in(picture):
            assert left >= 0, words
            assert right <= MEASURES[size].width, words
            assert top >= 0, words
            assert bottom <= height, words

    def test_names_its_measure_and_its_cut(self, picture):
        foot = " ".join(words_in(picture))
        assert "ab12cd34ef56" in foot
        assert "31 March 2026" in foot

    def test_has_its_figures_as_a_table(self, picture):
        lines = picture.table.as_csv().splitlines()
        assert len(lines) == len(picture.table.rows) + 1
        assert all(len(row) == len(picture.table.columns) for row in picture.table.rows)


@pytest.mark.parametrize("name", DRAWN)
def test_the_same_figures_are_the_same_bytes(name):
    assert DRAWN[name](Size.WIDE).svg == DRAWN[name](Size.WIDE).svg


def test_settings_of_whoever_draws_change_nothing():
    import matplotlib as mpl

    before = DRAWN["bars"](Size.WIDE).svg
    with mpl.rc_context({"font.size": 30, "lines.linewidth": 9, "axes.facecolor": "red"}):
        assert DRAWN["bars"](Size.WIDE).svg == before


def test_a_picture_of_invented_cases_says_so():
    assert "SYNTHETIC" in " ".join(words_in(DRAWN["curves to the hearing"](Size.NARROW)))


def test_the_same_file_goes_into_a_pdf(tmp_path):
    (tmp_path / "chart.svg").write_bytes(DRAWN["series"](Size.WIDE).svg)
    (tmp_path / "page.typ").write_text(
        '#set document(title: "Chart")\n#set text(lang: "en")\n'
        '#image("chart.svg", alt: "What it shows")\n'
    )
    own = Path(writing.__file__).parent / "fonts"
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[own])
    printed = typst.compile(
        tmp_path / "page.typ",
        font_paths=fonts,
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
    )
    assert printed.startswith(b"%PDF")
