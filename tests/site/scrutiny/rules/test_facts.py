"""Facts come back from JSON as they were."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from answerable_site.scrutiny.rules import PackFacts


class TestPackFacts:
    @given(st.builds(PackFacts))
    def test_survive_json(self, facts):
        assert PackFacts.from_json(json.loads(json.dumps(facts.as_json()))) == facts

    def test_name_their_schema(self):
        facts = PackFacts("Body", "Title", "Kind", "Public", date(2026, 1, 1), "", date.max, ())
        assert facts.as_json()["schema"] == "answerable.scrutiny-pack/1"
