"""Cases one a line: read as they were written, or refused with the line."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.library.cuts.caseloads import caseload

from answerable.cuts.case_lines import UnusableLine, as_line, read_lines


def read(*lines):
    return list(read_lines(io.BytesIO(b"\n".join(lines))))


def line(**changed):
    """A line with one event, changed."""
    event = {
        "number": 1,
        "recorded_at": "2026-03-02T10:00:00Z",
        "side": "police",
        "event": {"kind": "victim_identified", "on": "2026-03-02", "victim": 1},
    }
    further = [event | one for one in changed.pop("further", [])]
    case = {"case": 7, "reported_on": "2026-03-02", "events": [event, *further]}
    return json.dumps(case | changed).encode()


class TestLines:
    @settings(max_examples=10, deadline=None, phases=[Phase.generate])
    @given(seed=st.integers(0, 2**32))
    def test_are_read_as_they_were_written(self, seed):
        cases = caseload(seed)
        assert read(*(as_line(file, groups) for file, groups in cases)) == cases

    def test_may_be_empty(self):
        assert read(b"", line(), b"  ") == read(line())

    @pytest.mark.parametrize(
        ("given", "words"),
        [
            (b"{", "Line 2 is not a case: "),
            (line(name="Ann"), "unknown field `name`"),
            (line(case="seven"), "Expected `int`, got `str` - at `$.case`"),
            (line(organisations={"court": 1}), "organisations"),
            (line(further=[{}]), "the same number"),
            (line(further=[{"number": 2, "replaces": 3}]), "no earlier event"),
            (
                line(further=[{"number": 2, "replaces": 1}, {"number": 3, "replaces": 1}]),
                "put right twice",
            ),
            (line(further=[{"number": 2, "event": {"kind": "arrest"}}]), "kind"),
            (line(further=[{"number": 2, "recorded_at": "2026-03-02T10:00:00"}]), "recorded_at"),
        ],
    )
    def test_that_are_no_case_are_refused_with_their_number(self, given, words):
        with pytest.raises(UnusableLine) as refused:
            read(line(), given)
        assert str(refused.value).startswith("Line 2 ")
        assert words in str(refused.value)
