import pytest

from answerable.extraction.deadlines import deadline_in, sole_deadline


def value_in(text: str) -> str | None:
    deadline = deadline_in(text)
    return deadline.value if deadline else None


class TestDeadlineIn:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Immediately, forces should count their vans.", "immediately"),
            ("Chief constables should, without waiting, count their vans.", "immediately"),
            ("With immediate effect, the force should count its vans.", "immediately"),
            ("Forces should stop this at once.", "immediately"),
            ("Within nine weeks of this report, forces should count.", "within 9 weeks"),
            ("Within twenty-eight days the force should count.", "within 28 days"),
            ("The force should, within a year, count its vans.", "within 12 months"),
            ("Within a fortnight, the force should count its vans.", "within 2 weeks"),
            ("No later than 12 October 2027, forces should count.", "2027-10-12"),
            ("The force should count its vans by 31/03/2027.", "2027-03-31"),
            ("By May 2026, the force should count its vans.", "2026-05"),
            ("By the end of May 2026, the force should count its vans.", "2026-05"),
            ("We recommend that, by 30 June 2026, the force counts its vans.", "2026-06-30"),
            ("I recommend that you count the vans within 28 days.", "within 28 days"),
            ("We recommend that forces immediately stop the count.", "immediately"),
            ("By end March 2027, the force should count its vans.", "2027-03"),
            ("In the next three months, forces should count their vans.", "within 3 months"),
            ("Forces should, in the coming six months, count vans.", "within 6 months"),
            ("Forces should say what they count, and should do so without delay.", "immediately"),
            ("The force should count vans that it owns and must do this by May 2027.", "2027-05"),
            ("The force should count its vans by 31.12.26.", "2026-12-31"),
        ],
    )
    def test_reads_the_forms_that_reports_use(self, text: str, value: str) -> None:
        assert value_in(text) == value

    @pytest.mark.parametrize(
        "worded", ["as soon as possible", "by autumn 2026", "by the end of the year", "by 1 April"]
    )
    def test_keeps_the_words_where_they_come_to_no_date(self, worded: str) -> None:
        deadline = deadline_in(f"The force should count its vans {worded}.")
        assert deadline is not None
        assert (deadline.value, deadline.worded) == (None, worded)

    @pytest.mark.parametrize(
        "text",
        [
            "The force should improve its fleet.",
            "The force should make sure that callers are answered within two days.",
            "Forces should agree how a first visit can take place within 5 days.",
            "The force should make sure that officers respond immediately to alarms.",
            "We recommend that forces respond immediately to alarms.",
        ],
    )
    def test_takes_no_time_limit_of_the_work_itself_for_a_deadline(self, text: str) -> None:
        assert value_in(text) is None

    def test_keeps_what_the_time_counts_from(self) -> None:
        deadline = deadline_in("Within 20 days of this letter, the service should write.")
        assert deadline is not None
        assert deadline.counted_from == "of this letter"

    def test_says_where_the_words_stand(self) -> None:
        text = "It matters. By May 2026, forces should act."
        deadline = deadline_in(text)
        assert deadline is not None
        assert text[deadline.start :].startswith(deadline.worded)


class TestSoleDeadline:
    @pytest.mark.parametrize(
        ("cell", "value"),
        [
            ("31 March 2026", "2026-03-31"),
            ("June 2026", "2026-06"),
            ("Six months", "within 6 months"),
            ("Immediate", "immediately"),
            ("Within three months:", "within 3 months"),
            ("Dec-26", "2026-12"),
            ("31.12.26", "2026-12-31"),
            ("Sept-27", "2027-09"),
            ("End March 2027", "2027-03"),
        ],
    )
    def test_reads_a_cell_or_heading(self, cell: str, value: str) -> None:
        deadline = sole_deadline(cell)
        assert deadline is not None
        assert deadline.value == value

    @pytest.mark.parametrize("cell", ["Q2 2027", "ASAP", "End of 2026/27", "Autumn 2026"])
    def test_keeps_a_cell_that_comes_to_no_date_as_worded(self, cell: str) -> None:
        deadline = sole_deadline(cell)
        assert deadline is not None
        assert (deadline.value, deadline.worded) == (None, cell)

    def test_is_none_where_more_is_said(self) -> None:
        assert sole_deadline("Training of custody staff") is None
