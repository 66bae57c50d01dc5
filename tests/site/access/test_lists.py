"""Lists, searches, counts, filters, orders and exports: a foreign record is as if it were not."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests.site.access import pages
from tests.site.access import world as worlds
from tests.site.access.expectations import AT_WORK, EXPECTED

from answerable_site.home.models import CalendarAddress
from answerable_site.home.rules import secret_hash
from answerable_site.register.models import Theme

NOWHERE = "Nonesuch"
"""A word that stands in no record."""
NO_KEY = "987654321"


@pytest.fixture
def first_reader(asking):
    """A viewer of the foreign office who may open a list."""

    def reader(route):
        return next(
            one
            for one in asking.world.people
            if not one.own and one.foreign & EXPECTED[route].roles
        )

    return reader


class TestForeignRecords:
    def test_change_no_list_count_order_or_export(self, asking, pages_before):
        now = pages.list_pages(asking, pages.strangers(asking.world))
        assert now.keys() == pages_before.keys()
        assert [asked for asked, page in now.items() if page != pages_before[asked]] == []
        assert len(now) > 100

    def test_of_the_reader_are_in_what_is_compared(self, pages_before):
        shown = {
            address for (_, address), page in pages_before.items() if worlds.FOREIGN_MARK in page
        }
        assert {reverse(route) for route in pages.lists()} <= shown | {
            # Forms without a list.
            *(reverse(f"casework:{route}") for route in ("add", "look_up")),
            *(reverse(f"register:{route}") for route in ("add_document", "add_inspection")),
            *(reverse(f"responses:{route}") for route in ("takeover_template", "takeover_check")),
            *(reverse(f"responses:{route}") for route in ("takeover", "takeover_load")),
            *(reverse(f"followup:tracker{part}") for part in ("", "_template", "_columns")),
            *(reverse(f"followup:tracker_{part}") for part in ("check", "words", "load")),
            reverse("followup:take_out"),
            # Nothing before a word is asked for: `test_search` does.
            reverse("search:search"),
            *(reverse(f"accessreview:{route}") for route in ("add_decoy", "add_breach")),
            reverse("accessreview:ask_hand_out"),
            *(reverse(f"scrutiny:{route}") for route in ("add_series", "plan")),
            *(
                reverse(f"followup:{route}")
                for route in ("save_filter", "change_many", "change_many_actions")
            ),
            *(reverse(f"training:intake{part}") for part in ("", "_template", "_check", "_load")),
            *(reverse(f"training:{route}") for route in ("add_course", "state_figure")),
            *(
                reverse(f"support:{route}")
                for route in ("open_survey", "add_service", "add_need", "add_meeting")
            ),
            # Only cases with a referral or an offer, which the office of the matrix has none of.
            *(reverse(f"support:{route}") for route in ("referrals", "offered")),
            *(reverse(f"intake:{route}") for route in ("send", "check", "confirm", "describe")),
            *(reverse(f"intake:{route}") for route in ("check_progress", "would_differ")),
            reverse("intake:would_differ_csv"),
            reverse("intake:find_pairs"),
            *(reverse(f"casereviews:{route}") for route in ("plan", "convene")),
            # Only of oneself, and no viewer of the matrix is in training.
            reverse("training:mine"),
            # Packed, so that no word stands in them as it is.
            *(reverse(f"followup:commitments_{form}") for form in ("ods", "xlsx")),
            # They count, and name nobody.
            *(reverse(f"accessreview:{route}") for route in ("overview", "unusual")),
            *(reverse(f"casework:{figures}") for figures in ("pilot", "pathway")),
        }


@pytest.mark.parametrize("route", pages.lists())
class TestSearch:
    def test_finds_no_foreign_record_and_counts_none(self, route, asking, first_reader):
        somebody, address = first_reader(route), reverse(route)
        found = pages.shown(asking, somebody, f"{address}?q={worlds.MARK}")
        nothing = pages.shown(asking, somebody, f"{address}?q={NOWHERE}")
        assert found == nothing.replace(NOWHERE, worlds.MARK)


@pytest.mark.parametrize("route", pages.lists())
class TestFilters:
    def test_take_a_foreign_key_for_one_that_does_not_exist(self, route, asking, first_reader):
        somebody, address = first_reader(route), reverse(route)
        wrong = []
        # The number of a case is no key that is chosen: each office has cases of its own.
        words = {"q", "case"}
        page = pages.shown(asking, somebody, address)
        offered = pages.offered_by(page)
        for field in sorted(pages.fields_of(page) - words):
            nothing = pages.shown(asking, somebody, f"{address}?{field}={NO_KEY}")
            # A number may happen to be that of something of the reader’s own.
            for key in sorted(set(foreign_keys(asking.world)) - offered.get(field, set())):
                asked = f"{address}?{field}={key}"
                if pages.shown(asking, somebody, asked) != nothing.replace(NO_KEY, key):
                    wrong.append(asked)
        assert wrong == []

    def test_of_an_unknown_name_or_order_change_nothing(self, route, asking, first_reader):
        somebody, address = first_reader(route), reverse(route)
        # Words that the models know and the page does not offer.
        for name in ("kept_by__name", "body__id__gt", "order_by", "pk"):
            plain = pages.shown(asking, somebody, f"{address}?nonesuch=1")
            asked = pages.shown(asking, somebody, f"{address}?{name}=1")
            assert asked == plain.replace("nonesuch", name)
        for order in ("kept_by__name", "-pk"):
            plain = pages.shown(asking, somebody, f"{address}?sort=nonesuch")
            asked = pages.shown(asking, somebody, f"{address}?sort={order}")
            assert asked == plain.replace("nonesuch", order)


def foreign_keys(world: worlds.World) -> list[str]:
    """Keys and slugs of the own office, as somebody of another would guess them."""
    body = world.own.office.body
    theme = Theme.objects.filter(held_by=body).first()
    values = {str(body.pk), body.slug}
    values |= {str(theme.pk)} if theme else set()
    for route in ("register:inspection", "register:recommendation", "people:person"):
        values |= {str(value) for value in world.arguments[route].values()}
    return sorted(values)


class TestOwnRecords:
    @pytest.mark.parametrize(
        "route",
        [
            *("home:due", "register:inspections", "responses:responses"),
            *("responses:past", "responses:past_csv"),
            *("followup:commitments", "followup:exceptions", "followup:changes"),
        ],
    )
    def test_are_shown_to_their_own_people(self, route, asking):
        officer = asking.world.somebody("own response_officer")
        assert worlds.MARK in pages.shown(asking, officer, reverse(route))

    def test_are_found_by_their_own_people(self, asking):
        officer = asking.world.somebody("own response_officer")
        address = reverse("register:inspections")
        assert worlds.MARK in pages.shown(asking, officer, f"{address}?q={worlds.MARK}")


class TestCalendars:
    def test_show_each_what_the_day_of_fetching_allows(self, asking):
        for somebody in asking.world.people:
            if somebody.user is None:
                continue
            CalendarAddress.objects.create(
                person=somebody.user,
                secret_hash=secret_hash(f"of-{somebody.user.pk}"),
                made_at=worlds.AT,
            )
            address = reverse("home:calendar", args=[f"of-{somebody.user.pk}"])
            anonymous = asking.world.somebody("anonymous")
            shows = worlds.MARK in pages.shown(asking, anonymous, address)
            works_here = bool((somebody.own | somebody.beside) & AT_WORK)
            assert shows == works_here, somebody.name
