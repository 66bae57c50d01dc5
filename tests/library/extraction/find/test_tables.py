import pytest
from tests.library.extraction.papers import items, numbers, reading

from answerable.extraction.model import DocumentKind, ItemKind


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


class TestColumnsByTheirCells:
    def test_find_items_below_a_heading_that_we_do_not_know(self) -> None:
        found = items(
            """
            # Kennel tracker
            | No | Type | Finding | Due | Status |
            | 1 | Recommendation | The force should buy kennels. | 31 May 2026 | Open |
            | 2 | AFI | The force should walk its dogs. | 31 May 2024 | Closed |
            """
        )
        assert [(item.number, item.deadline) for item in found] == [("1", "2026-05-31")]

    @pytest.mark.parametrize("heading", ["Position", "RAG / state", "Progress", "Where it stands"])
    def test_know_states_whatever_their_heading(self, heading: str) -> None:
        assert numbers(
            f"""
            # Kennel tracker
            | Ref | What the inspectorate said | {heading} |
            | K/1 | The force should feed dogs. | Superseded |
            | K/2 | The force should walk dogs. | On track |
            | K/3 | The force should wash dogs. | Complete |
            """
        ) == ["K/2"]

    def test_know_bodies_and_durations_whatever_their_heading(self) -> None:
        (first, _) = items(
            """
            | No. | Recommendation | Aimed at | How soon |
            | 1 | Kennels should be painted. | Home Office | Six months |
            | 2 | Kennels should be heated. | College of Policing | Immediate |
            """
        )
        assert first.addressees[0].name == "Home Office"
        assert first.deadline == "within 6 months"

    def test_take_no_date_of_a_report_for_a_deadline(self) -> None:
        found = items(
            """
            | No. | Recommendation | Report published |
            | 1 | Kennels should be painted. | 4 May 2024 |
            | 2 | Kennels should be heated. | 4 May 2025 |
            """
        )
        assert [item.deadline for item in found] == [None, None]

    def test_make_commands_items_only_below_a_heading_for_items(self) -> None:
        table = """
            | No. | Point | Lead | Status |
            | 1 | Buy kennels for all dogs. | Home Office | Open |
            | 2 | Paint the kennels each year. | Home Office | Open |
            """
        assert len(items(f"# Recommendations\n{table}")) == 2
        assert items(f"# Our plan\n{table}") == ()

    def test_find_the_header_below_a_title_in_the_table(self) -> None:
        assert numbers(
            """
            | Kennel inspection, report of 11 July 2025 |
            | No. | Type | Finding | State |
            | 1 | AFI | The service should feed dogs. | Open |
            | 2 | AFI | The service should walk dogs. | Discharged |
            """
        ) == ["1"]

    def test_leave_rows_out_that_stand_below_the_word_closed(self) -> None:
        assert numbers(
            """
            # Kennel tracker
            | No. | Recommendation | Owner |
            | Open |
            | 1 | The force should feed dogs. | Chief constable |
            | Closed recommendations |
            | 2 | The force should walk dogs. | Chief constable |
            """
        ) == ["1"]

    def test_keep_a_cause_of_concern_that_asks_nothing(self) -> None:
        (item,) = items(
            """
            | No. | Kind | Wording | Status |
            | 1 | Cause of concern | The force does not know where its dogs are. | Open |
            | 2 | Recommendation | The force should count its dogs. | Closed |
            """
        )
        assert item.kind is ItemKind.CAUSE_OF_CONCERN

    def test_keep_codes_as_printed(self) -> None:
        assert numbers(
            """
            | Ref | Finding | Status |
            | AFI 1 | The force should feed dogs. | Open |
            | R4 | The force should walk dogs. | Open |
            | Recommendation 7 | The force should wash dogs. | Open |
            | 2024/02 | The force should count dogs. | Open |
            | 3(a) | The force should name dogs. | Open |
            """
        ) == ["AFI 1", "R4", "7", "2024/02", "3(a)"]


class TestForm:
    FORM = """
        # Response form
        | Recommendation number | 3a |
        | Recommendation | Forces should buy kennels. |
        | Target date | 31 March 2026 |
        | Response of the Chief Constable | Accepted. Sergeants should order them now. |
        | Comments of the Commissioner | The force should tell me when they come. |

        | Recommendation number | 3b |
        | Recommendation | Forces should paint kennels. |
        | Response of the Chief Constable | Rejected. Dogs should not mind. |
        """

    def test_takes_the_recommendation_and_never_the_reply(self) -> None:
        found = items(self.FORM)
        assert [(item.number, item.text, item.deadline) for item in found] == [
            ("3a", "Forces should buy kennels.", "2026-03-31"),
            ("3b", "Forces should paint kennels.", None),
        ]

    def test_keeps_replies_as_the_response(self) -> None:
        found = reading(self.FORM)
        assert found.document_kind is DocumentKind.RESPONSE
        assert found.response.policing_body == "The force should tell me when they come."
        assert found.response.individually_explained == ("3a", "3b")

    def test_may_hold_several_recommendations_in_one_table(self) -> None:
        found = reading(
            """
            # Commissioner's response to the HMICFRS report on dogs
            | Recommendation 1 |
            | Forces should buy kennels. |
            | Chief Constable | Accepted. We should finish in May. |
            | Commissioner | Agreed. |
            | Recommendation 2 |
            | Forces should paint kennels. |
            | Chief Constable | Accepted. |
            """
        )
        assert [item.number for item in found.items] == ["1", "2"]
        assert found.response.chief_officer == "Accepted. We should finish in May.\nAccepted."


class TestClosedColumn:
    def test_leaves_rows_out_that_have_a_date_of_closure(self) -> None:
        assert numbers(
            """
            | No. | Recommendation | Date closed |
            | 1 | The force should feed dogs. | 3 May 2024 |
            | 2 | The force should walk dogs. | |
            """
        ) == ["2"]

    def test_leaves_rows_out_that_are_ticked_as_done(self) -> None:
        assert numbers(
            """
            | No. | Recommendation | Done |
            | 1 | The force should feed dogs. | Yes |
            | 2 | The force should walk dogs. | No |
            """
        ) == ["2"]


class TestTableWithoutHeader:
    def test_is_read_by_its_cells(self) -> None:
        found = items(
            """
            # Kennel tracker
            | The force should feed dogs. | 31 May 2026 | Open |
            | The force should walk dogs. | 31 May 2025 | Discharged |
            """
        )
        assert [item.deadline for item in found] == ["2026-05-31"]


class TestTableBelowAReply:
    def test_lists_no_items_where_it_plans_own_actions(self) -> None:
        found = items(
            """
            # Report on dogs
            # Recommendations
            1. Forces should count dogs.
            # Our response
            | No. | Action | Owner | Due |
            | 1 | The kennel team should buy a scale. | Home Office | May 2026 |
            | 2 | The kennel team should buy a book. | Home Office | June 2026 |
            """
        )
        assert [item.text for item in found] == ["Forces should count dogs."]

    def test_keeps_a_reply_that_says_complete(self) -> None:
        assert numbers(
            """
            # Commissioner's response to the HMICFRS report on dogs
            | No. | Recommendation | Update |
            | 1 | Forces should count dogs. | Complete – counted in May |
            | 2 | Forces should name dogs. | In progress |
            """
        ) == ["1", "2"]


class TestTableOverPages:
    def test_goes_on_with_the_rest_of_a_row(self) -> None:
        found = items(
            """
            # Recommendations
            | No. | Recommendation | Owner |
            | 1 | Forces should feed dogs. | Chief constables |
            | 2 | Forces should walk dogs in the | Chief constables |
            ----
            | | park and on the beach. | |
            | 3 | Forces should name dogs. | Chief constables |
            """
        )
        assert [item.text for item in found] == [
            "Forces should feed dogs.",
            "Forces should walk dogs in the park and on the beach.",
            "Forces should name dogs.",
        ]

    def test_repeats_states_at_the_foot_of_each_page(self) -> None:
        assert numbers(
            """
            # Kennel tracker
            | No. | Type | Finding | Due | Position |
            | 1 | AFI | The force should feed dogs. | May 2026 | Open |
            | 2 | AFI | The force should walk dogs. | May 2026 | Closed |
            ----
            | No. | Type | Finding | Due | Position |
            | 3 | AFI | The force should wash dogs. | May 2026 | Closed |
            """
        ) == ["1"]


class TestGroupsOfRows:
    def test_take_whom_and_by_when_from_the_row_above_them(self) -> None:
        found = items(
            """
            # Recommendations
            | No. | Recommendation | Notes |
            | To the Home Office |
            | 1 | Kennels should be painted. | None |
            | By 31 May 2027 |
            | 2 | Kennels should be heated. | None |
            """
        )
        assert found[0].addressees[0].name == "Home Office"
        assert found[1].deadline == "2027-05-31"

    def test_keep_what_a_column_calls_an_area_for_improvement(self) -> None:
        assert numbers(
            """
            # Kennel tracker
            | Ref | Kind | What they said | RAG |
            | 1 | Rec | Forces should feed dogs. | Amber |
            | 2 | AFI | The feeding of dogs is poor. | Red |
            | 3 | CoC | Nobody feeds dogs in the kennels. | Blue – complete |
            """
        ) == ["1", "2"]
