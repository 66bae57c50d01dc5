from tests.library.extraction.papers import items


class TestSubjectLine:
    def test_of_a_letter_opens_no_list(self) -> None:
        found = items(
            """
            Dear Chief Constable
            Accelerated cause of concern
            During our inspection we found a matter that cannot wait.
            Cause of concern
            The force does not answer calls for help in time.
            """
        )
        assert [item.text for item in found] == [
            "The force does not answer calls for help in time."
        ]

    def test_is_a_heading_where_the_list_begins_below_it(self) -> None:
        found = items(
            """
            Dear Chief Constable
            Areas for improvement
            • The force should improve its kennels.
            """
        )
        assert len(found) == 1


class TestOrdinaryHeading:
    def test_ends_a_list_however_it_is_set(self) -> None:
        found = items(
            """
            Kennels
            Contents
            Foreword
            Recommendations
            Conclusion
            Foreword
            Dogs should be warm. The force should be proud of them.
            Recommendations
            1. The force should buy kennels.
            Conclusion
            The force should build them soon.
            """
        )
        assert [item.number for item in found] == ["1"]


class TestMinutes:
    def test_of_a_meeting_make_no_items(self) -> None:
        assert (
            items(
                """
                Northmoor Police and Crime Panel
                Minutes of 3 May 2027
                # Recommendations
                1. The commissioner should report back in June.
                """
            )
            == ()
        )
