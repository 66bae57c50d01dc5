from __future__ import annotations

import pytest

from answerable.disclosure.policy import (
    LARGEST,
    UnusablePolicy,
    read_policy,
    shipped_policy,
    shipped_text,
)


@pytest.fixture
def written(tmp_path):
    def written(before="", after="", text=None):
        file = tmp_path / "policy.toml"
        file.write_text(shipped_text().replace(before, after, 1) if text is None else text)
        return file

    return written


class TestPolicy:
    def test_ships_with_a_citation_and_a_confidence_for_every_rule(self):
        policy = shipped_policy()
        rules = [getattr(policy.rules, name) for name in policy.rules.__struct_fields__]
        assert all(rule.says and rule.citation and rule.confidence for rule in rules)

    @pytest.mark.parametrize("count", range(5, 40))
    def test_rounds_no_further_away_than_half(self, count):
        policy = shipped_policy()
        shown = policy.rounded(count)
        assert shown % 5 == 0
        assert abs(shown - count) <= 2

    def test_leaves_counts_as_they_are_for_a_scrutiny_meeting(self):
        policy = shipped_policy("scrutiny_meeting")
        assert policy.rounded(7) == 7
        assert policy.profile.marking == "OFFICIAL-SENSITIVE"

    def test_is_read_from_a_changed_copy(self, written):
        file = written("[rules.threshold]\nvalue = 5", "[rules.threshold]\nvalue = 10")
        assert read_policy(file).threshold == 10

    @pytest.mark.parametrize(
        ("before", "after", "said"),
        [
            ("[rules.threshold]\nvalue = 5", "[rules.threshold]\nvalue = 0", "at least 1"),
            ("[rules.threshold]\nvalue = 5", "[rules.threshold]\nvalue = 3", "possible_values"),
            ("rounding = 5", "rounding = 4", "odd number"),
            ('month = "quarter"', 'month = "quarter"\nyear = "month"', "within itself"),
            ("[rules.denominator]\nvalue = 10", "[rules.denominator]\nvalue = 0", "at least 1"),
            ("[rules.difference]\nvalue = 4", "[rules.difference]\nvalue = 5", "smaller"),
            ("[rules.sparse]\nvalue = 50", "[rules.sparse]\nvalue = 101", "per cents"),
            ("version = 1", 'version = "one"', "int"),
            ("version = 1", "version = 1\nthreshhold = 5", "threshhold"),
            ("version = 1", "version =", "no TOML"),
        ],
    )
    def test_says_what_is_wrong_with_it(self, written, before, after, said):
        with pytest.raises(UnusablePolicy, match=said):
            read_policy(written(before, after))

    def test_has_only_its_profiles(self):
        with pytest.raises(UnusablePolicy, match="public, scrutiny_meeting"):
            shipped_policy("press")

    def test_is_no_long_file(self, written):
        with pytest.raises(UnusablePolicy, match="larger"):
            read_policy(written(text="#" * (LARGEST + 1)))
