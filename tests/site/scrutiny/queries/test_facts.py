"""A pack shows the released figures of the measures that serve what a meeting is about."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import factories_followup, factories_scrutiny
from tests.factories_cuts import viewer
from tests.factories_figures import WHY, answered, protected, released
from tests.factories_scrutiny import FROZEN_ON, moment

from answerable.writing.blocks import Heading
from answerable_site.figures import operations as figures
from answerable_site.scrutiny import queries
from answerable_site.scrutiny.rules import Openness, PackFacts, pack_of, public_part
from answerable_site.scrutiny.rules.public import Proceedings

pytestmark = pytest.mark.django_db
AT = datetime(2026, 6, 2, 9, tzinfo=UTC)
TITLE = "Victims told of decisions in time"


@pytest.fixture(autouse=True)
def cuts(settings, tmp_path):
    settings.CUTS = tmp_path / "cuts"


def scrutinised(name="Wexmoor", openness=Openness.PUBLIC):
    about = factories_scrutiny.scrutinised(name, openness=openness)
    factories_followup.handed(about.followed)
    factories_scrutiny.with_agenda(about)
    return about


def release(about, profile="public"):
    force = about.followed.office.force
    return released(protected(answered(force, at=AT), profile=profile, at=AT), at=AT)


def facts(about) -> PackFacts:
    return queries.facts_of(about.viewer("officer", FROZEN_ON), about.meeting, on=FROZEN_ON)


def told(about):
    return facts(about).items[0].commitment


class TestMeasured:
    def test_has_share_trend_signal_sentence_day_and_where_it_is_read(self):
        about = scrutinised()
        found = release(about)
        (one,) = told(about).measured
        assert (one.title, one.as_of) == (TITLE, found.as_of)
        assert one.share == "61%: 95 of 155"
        assert one.sentence == found.figures[0].sentence
        assert one.trend.startswith("No earlier figure")
        assert "tells a change from chance" in one.signal
        address = reverse("figures:released", args=[found.pk])
        assert one.address == f"{settings.PUBLIC_ADDRESS}{address}"

    def test_names_measures_of_which_nothing_was_released(self):
        about = scrutinised()
        protected(answered(about.followed.office.force, at=AT), at=AT)
        assert (told(about).measured, told(about).unmeasured) == ((), (TITLE,))

    def test_is_nothing_where_no_measure_serves(self):
        about = factories_scrutiny.scrutinised()
        factories_scrutiny.with_agenda(about)
        release(about)
        assert (told(about).measured, told(about).unmeasured) == ((), ())

    def test_shows_what_is_for_a_closed_meeting_at_no_other(self):
        followed_live = scrutinised(openness=Openness.PUBLIC)
        release(followed_live, "scrutiny_meeting")
        assert told(followed_live).unmeasured == (TITLE,)
        closed = scrutinised("Sallowfen", Openness.CLOSED)
        release(closed, "scrutiny_meeting")
        assert told(closed).measured[0].marking == "OFFICIAL-SENSITIVE"

    def test_takes_as_many_queries_for_many_commitments_as_for_one(self):
        about = scrutinised()
        release(about)
        with CaptureQueriesContext(connection) as for_one:
            facts(about)
        add_commitments(about)
        with CaptureQueriesContext(connection) as for_many:
            items = facts(about).items
        assert len(items) == len(about.followed.recommendations) > 1
        assert all(item.commitment.measured for item in items)
        assert len(for_many) == len(for_one)


def add_commitments(about):
    followed = about.followed
    for recommendation in followed.recommendations[1:]:
        more = factories_followup.promised(followed.office, recommendation, followed.office.force)
        factories_followup.handed(followed, commitment=more)
    factories_scrutiny.with_agenda(about)


class TestPack:
    def test_has_the_figures_in_its_document_with_a_link(self):
        about = scrutinised()
        found = release(about)
        pack = factories_scrutiny.frozen(about)
        document = pack_of(PackFacts.from_json(pack.facts))
        assert Heading(2, "Whether it worked") in document.blocks
        assert Heading(3, TITLE) in document.blocks
        words = str(document)
        for said in ("61%: 95 of 155", "31 March 2026", f"/figures/{found.pk}/"):
            assert said in words

    def test_that_an_earlier_version_froze_is_read_still(self):
        about = scrutinised()
        written = factories_scrutiny.frozen(about).facts
        for name in ("measured", "unmeasured"):
            del written["items"][0]["commitment"][name]
        assert PackFacts.from_json(written).items[0].commitment.measured == ()

    def test_says_nothing_of_figures_to_the_public(self):
        about = scrutinised()
        release(about)
        found = facts(about)
        assert found.items[0].commitment.measured
        public = public_part(
            found,
            Proceedings(held=False),
            public_items=frozenset(item.item_id for item in found.items),
            on=FROZEN_ON,
        )
        assert "61%" not in str(public)
        assert TITLE not in str(public)


class TestOvertaken:
    def test_are_the_figures_that_were_withdrawn_since(self):
        about = scrutinised()
        found = release(about)
        pack = factories_scrutiny.frozen(about)
        who = about.viewer("liaison")
        assert queries.overtaken_in(who, pack) == []
        figures.withdraw_figures(
            by=viewer(found.force), at=moment(FROZEN_ON), released=found, why=WHY
        )
        assert queries.overtaken_in(who, pack) == [found]
