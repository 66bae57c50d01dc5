from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from answerable_site.people import rules

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


class TestASession:
    def test_is_over_after_twelve_hours_and_not_before(self):
        began = NOW - timedelta(hours=12)
        assert rules.is_over(signed_in_at=began, now=NOW)
        assert not rules.is_over(signed_in_at=began + SECOND, now=NOW)

    def test_of_unknown_age_is_over(self):
        assert rules.is_over(signed_in_at=None, now=NOW)

    @pytest.mark.parametrize(
        ("minutes", "warned"), [(16, False), (15, True), (1, True), (0, False)]
    )
    def test_is_warned_of_in_its_last_quarter_of_an_hour(self, minutes, warned):
        ends = NOW + timedelta(minutes=minutes)
        found = rules.ends_soon(signed_in_at=ends - timedelta(hours=12), now=NOW)
        assert found == (ends if warned else None)


class TestAnIdleSession:
    def test_ends_with_the_limit_and_not_before(self):
        limit = timedelta(minutes=60)
        assert rules.is_idle(seen_at=NOW - limit, now=NOW, limit=limit)
        assert not rules.is_idle(seen_at=NOW - limit + SECOND, now=NOW, limit=limit)

    def test_ends_where_nobody_knows_when_it_was_used(self):
        assert rules.is_idle(seen_at=None, now=NOW, limit=timedelta(minutes=60))

    def test_is_noted_every_two_minutes(self):
        assert rules.is_to_be_noted(seen_at=NOW - timedelta(minutes=2), now=NOW)
        assert not rules.is_to_be_noted(seen_at=NOW - timedelta(minutes=2) + SECOND, now=NOW)
        assert rules.is_to_be_noted(seen_at=None, now=NOW)


class TestAProof:
    def test_counts_for_as_long_as_is_set(self):
        within = timedelta(minutes=15)
        assert rules.is_recent(proved_at=NOW - within + SECOND, now=NOW, within=within)
        assert not rules.is_recent(proved_at=NOW - within, now=NOW, within=within)
        assert not rules.is_recent(proved_at=None, now=NOW, within=within)


class TestASingleSignOn:
    @pytest.mark.parametrize(
        ("claims", "counts"),
        [
            ({"amr": ["pwd", "mfa"]}, True),
            ({"amr": "mfa"}, True),
            ({"acr": "mfa"}, True),
            ({"amr": ["pwd"]}, False),
            ({"amr": None, "acr": None}, False),
            ({}, False),
        ],
    )
    def test_asserts_a_second_factor_by_a_value_that_counts(self, claims, counts):
        assert rules.asserts_second_factor(claims, ["mfa"]) == counts

    def test_asserts_none_where_nothing_counts(self):
        assert not rules.asserts_second_factor({"amr": ["mfa"], "acr": ""}, [])
