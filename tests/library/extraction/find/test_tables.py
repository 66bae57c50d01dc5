from tests.library.extraction.papers import items, numbers, reading


class TestItemTable:
    def test_takes_number_addressee_and_deadline_from_columns(self) -> None:
        found = items(
            """
            # Recommendations
            | No. | Recommendation | Owner | Timescale |
            | 1 | Forces should feed dogs. | Chief constables | Six months |
            | 3 | Kennels should be painted. | Police and crime commissioner | 31 March 2026 |
            """
        )
        assert [item.number for item in found] == ["1", "3"]
        assert [item.deadline for item in found] == ["within 6 months", "2026-03-31"]
        assert found[1].addressees[0].name == "Police and crime commissioner"

    def test_leaves_closed_rows_out(self) -> None:
        assert numbers(
            """
            # Recommendations tracker
            | ID | Recommendation | Status |
            | N-1 | The force should feed dogs. | Closed |
            | N-2 | The force should walk dogs. | Open – amber |
            | N-3 | The force should wash dogs. | Not complete |
            """
        ) == ["N-2", "N-3"]

    def test_keeps_bullets_in_a_cell_as_sub_points(self) -> None:
        (item,) = items(
            """
            | Ref | Recommendation |
            | 4 | Forces should work with banks to: / • share warnings; and / • agree a plan. |
            """
        )
        assert len(item.sub_points) == 2

    def test_needs_no_header_where_each_row_has_a_label_and_a_request(self) -> None:
        found = items(
            """
            # Recommendations
            | 1 | The force should buy kennels. | March 2026 |
            | 2 | Kennels should be painted. | June 2026 |
            """
        )
        assert [(item.number, item.deadline) for item in found] == [
            ("1", "2026-03"),
            ("2", "2026-06"),
        ]

    def test_may_print_a_label_and_its_attributes_in_cells(self) -> None:
        found = items(
            """
            # Report on kennels
            | Recommendation 1 | The force should buy kennels. |
            | Deadline | 31 March 2026 |
            | Recommendation 2 | Kennels should be painted. |
            | Owner | Police and crime commissioner |
            """
        )
        assert [item.number for item in found] == ["1", "2"]
        assert found[0].deadline == "2026-03-31"

    def test_keeps_answers_beside_items_as_response(self) -> None:
        found = reading(
            """
            # Commissioner's response to the HMICFRS report on dogs
            # Recommendations
            | No. | Recommendation | Response of the Chief Constable |
            | 1 | Forces should feed dogs. | Accepted. We should finish in May. |
            """
        )
        assert len(found.items) == 1
        assert found.response.chief_officer == "Accepted. We should finish in May."
        assert found.response.individually_explained == ("1",)
