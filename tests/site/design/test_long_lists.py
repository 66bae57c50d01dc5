from __future__ import annotations

import pytest
from django.db.models import Value

from answerable_site.design import long_lists
from answerable_site.design.long_lists import LongList
from answerable_site.people.models import Organisation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_most_three(monkeypatch):
    monkeypatch.setattr(long_lists, "MOST", 3)


def listed(rows: int) -> LongList:
    for number in range(rows):
        Organisation.objects.create(
            kind="police_force", name=f"Force {number}", slug=f"force-{number}", holder_title="Head"
        )
    return LongList(Organisation.objects.order_by("name"), 2)


class TestLongList:
    @pytest.mark.parametrize(("rows", "pages"), [(0, 1), (2, 1), (3, 2)])
    def test_counts_what_it_can(self, rows, pages):
        told = listed(rows)
        assert (told.counted, told.num_pages, told.is_cut) == (str(rows), pages, False)

    def test_says_that_there_are_more_than_it_lists(self):
        told = listed(4)
        assert (told.counted, told.count, told.is_cut) == ("More than 3", 3, True)

    def test_ends_with_the_last_row_that_it_lists(self):
        told = listed(5)
        assert [one.name for one in told.get_page(9)] == ["Force 2"]

    def test_reads_rows_where_it_is_told_to_in_the_order_of_the_list(self):
        listed(3)
        rows = Organisation.objects.order_by("-name")
        told = LongList(rows, 2, whole=Organisation.objects.annotate(is_whole=Value(1)))
        assert [(one.name, one.is_whole) for one in told.get_page(1)] == [
            ("Force 2", 1),
            ("Force 1", 1),
        ]
