"""A resident finds figures, reads them and takes the files home, with and without script."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from tests.journeys.serving import Site
from tests.journeys.stage import PHONE, Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]
DRAWN = "document.querySelector('.app-chart').naturalWidth"


@pytest.mark.parametrize(
    "stage",
    [{}, {"java_script_enabled": False}, {"viewport": PHONE}],
    ids=["script", "no-script", "phone"],
    indirect=True,
)
def test_a_resident_reads_published_figures(stage: Stage, site: Site) -> None:
    reader = stage.reader()
    reader.opens("/public/")
    reader.follows("Published figures")
    reader.selects("Organisation", "Zephyrine Constabulary")
    reader.presses("Apply filters")
    reader.does_not_see("Sallowfen Constabulary.")
    reader.follows("Victims told of decisions in time, by decision")
    reader.sees_heading("Victims told of decisions in time, by decision")
    reader.sees("Were victims told of a decision", "How they were counted", "[c]")
    reader.unfolds("Every count")
    reader.sees("not met")
    assert reader.page.url.endswith(site.pages["publication:data_set"])

    rows = list(csv.reader(StringIO(reader.downloads("Counts for other programs").decode())))
    assert rows[0] == ["made", "answer", "count"]
    assert reader.downloads("Spreadsheet with notes").startswith(b"PK")

    reader.opens(site.pages["publication:data_set_edition"])
    reader.sees("Edition 1")
    assert reader.page.evaluate(DRAWN) > 0
