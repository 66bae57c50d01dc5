import pytest

from answerable.extraction.find.columns import Column
from answerable.extraction.find.tables.content import role_by_content


class TestRoleByContent:
    @pytest.mark.parametrize(
        ("cells", "role"),
        [
            (["Open", "Closed – 4 May 2026", "On track"], Column.STATUS),
            (["Red", "Amber", "Blue – complete"], Column.STATUS),
            (["Recommendation", "AFI", "Cause of concern"], Column.KIND),
            (["31 May 2026", "Six months", "tbc"], Column.DEADLINE),
            (["2024/01", "2024/02"], Column.NUMBER),
            (["Chief constables", "Home Office"], Column.ADDRESSEE),
            (["HMICFRS", "HMICFRS"], Column.OTHER),
            (["Forces should feed dogs.", "Dogs must be fed."], Column.TEXT),
            (["Buy kennels for all dogs", "Paint the kennels each year"], Column.OTHER),
            (["Open", "Kennels", "Dogs"], Column.OTHER),
            ([], Column.OTHER),
        ],
    )
    def test_is_what_most_cells_hold(self, cells: list[str], role: Column) -> None:
        assert role_by_content(cells) is role

    def test_looks_through_the_whole_of_a_long_column(self) -> None:
        assert role_by_content(["Kennel"] * 100 + ["Open"] * 900) is Column.STATUS
