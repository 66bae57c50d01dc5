import pytest
from tests.library.extraction.papers import reading

from answerable.extraction.model import DocumentKind, InspectionType


class TestPublished:
    @pytest.mark.parametrize(
        "line",
        [
            "Published: 16 July 2021",
            "Published on Friday 16 July 2021",
            "Date Published: 16/07/2021",
            "Published in London on 16 July 2021 by HMICFRS",
            "Publication date: 16 July 2021",
            "16 July 2021",
            "16th July 2021",
            "HMICFRS, 16 July 2021",
            "HMICFRS · 16 July 2021",
            "HMICFRS. Published 16 July 2021",
            "A thematic inspection by HMICFRS. Published on 16 July 2021.",
            "A joint inspection by HMICFRS and Ofsted. Published: 16 July 2021",
            "HMICFRS. Cyhoeddwyd 16 Gorffennaf 2021",
            "16 July 20213",
            "16 July 2021¹",
            "**An inspection of Northmoor Police 16 July 2021**",
        ],
    )
    def test_is_read_from_the_cover(self, line: str) -> None:
        assert reading(f"# A report on dogs\n{line}\n# Summary").published == "2021-07-16"

    @pytest.mark.parametrize(
        "line",
        [
            "Fieldwork: 16 July 2021",
            "Page last updated 16 July 2021",
            "Accessed on 16 July 2021",
            "Response published: 16 July 2021",
            "Inspection fieldwork from 1 May to 16 July 2021",
            "A report for the meeting of 16 July 2021",
            "This report answers our inspection of 16 July 2021",
            "Our last report (HMICFRS, 16 July 2021) spoke of cats.",
            "| No | What it says | Due |\n| 1 | Feed dogs | 16 July 2021 |",
        ],
    )
    def test_is_no_other_date(self, line: str) -> None:
        assert reading(f"# A report on dogs\n{line}\n# Summary").published is None

    @pytest.mark.parametrize(
        "line",
        [
            "PEEL 2020: Northmoor (HMICFRS, 16 July 2021)",
            "HMICFRS: Warm dogs (published 16 July 2021)",
            "HMICFRS: Warm dogs. Published on 16 July 2021. Response published on 1 May 2026.",
        ],
    )
    def test_is_the_reports_day_and_not_the_day_of_the_reply(self, line: str) -> None:
        found = reading(f"# Commissioner's response to HMICFRS\n1 September 2021\n{line}")
        assert found.published == "2021-07-16"

    @pytest.mark.parametrize(
        "head", ["Ms A. Oak Mill Lane 16 July 2021", "16 July 2021 Ms A. Oak Northmoor Police"]
    )
    def test_is_read_from_a_letterhead_in_one_paragraph(self, head: str) -> None:
        assert reading(f"{head}\nDear Ms Oak\nYou should feed dogs.").published == "2021-07-16"

    def test_is_no_date_of_a_letter_that_is_answered(self) -> None:
        head = "Your letter of 16 July 2021"
        assert reading(f"{head}\nDear Ms Oak\nYou should feed dogs.").published is None

    def test_is_not_made_up_from_a_month(self) -> None:
        found = reading("# A report on dogs\nJuly 2021\n# Summary")
        assert (found.published, found.published_worded) == (None, "July 2021")

    def test_is_the_cover_date_where_a_page_moved_later(self) -> None:
        found = reading("# State of dogs 2018\nPublished on: 18 July 2023\n2 July 2019\n# Summary")
        assert found.published == "2019-07-02"


class TestTitle:
    def test_is_the_first_heading_below_the_inspectorates_name(self) -> None:
        found = reading("HMICFRS\n# An inspection of dogs\nPublished: 1 May 2026")
        assert found.title == "An inspection of dogs"

    def test_is_the_subject_of_an_email(self) -> None:
        found = reading("From: a@b.invalid\nSubject: Re: Hot debrief\nDear Chief Constable")
        assert found.title == "Hot debrief"

    def test_is_no_line_of_a_menu(self) -> None:
        found = reading("Home\nAbout us\nYou are here: Home > Warm dogs\nWarm dogs\nHMICFRS")
        assert found.title == "Warm dogs"

    def test_is_no_heading_below_the_text(self) -> None:
        found = reading(
            """
            ## Joint inspection of Northmoor
            This letter sets out what we found when we came to Northmoor in March.
            # Next steps
            """
        )
        assert found.title == "Joint inspection of Northmoor"

    def test_is_no_header_of_a_table(self) -> None:
        assert reading("| Kind | Text |\n| AFI | The force should walk dogs. |").title is None

    def test_is_the_subject_below_the_salutation(self) -> None:
        found = reading("1 May 2026\nDear Ms Oak\nNorthmoor Police: warm dogs\nI write to you.")
        assert found.title == "Northmoor Police: warm dogs"

    @pytest.mark.parametrize(
        "heading",
        [
            "Response to the HMICFRS report ‘Warm dogs’",
            "Commissioner’s response to “Warm dogs”",
            "PCC response: Warm dogs",
            "Response to HMICFRS report: Warm dogs",
            "HMICFRS: Warm dogs (published 2 May 2026)",
            "HMICFRS report: Warm dogs. Published on 2 May 2026.",
        ],
    )
    def test_is_that_of_the_report_which_a_reply_names(self, heading: str) -> None:
        assert reading(f"# Office of the Commissioner\n{heading}").title == "Warm dogs"

    def test_is_known_behind_the_number_of_a_heading(self) -> None:
        found = reading("# 1. Warm dogs\nAn inspection by HMICFRS\n## 1.1 Recommendations")
        assert found.title == "Warm dogs"


class TestKindsAndBodies:
    def test_of_a_report_on_one_force(self) -> None:
        found = reading("# An inspection of Northmoor Police\nHMICFRS\nThe force should act.")
        assert found.force == "Northmoor Police"
        assert found.inspection_type is InspectionType.FORCE
        assert found.document_kind is DocumentKind.REPORT
        assert found.inspectorates == ("HMICFRS",)

    def test_of_a_joint_report(self) -> None:
        found = reading("# A joint inspection of custody\nHMICFRS, HMI Prisons and Estyn")
        assert found.inspection_type is InspectionType.JOINT
        assert found.inspectorates == ("HMICFRS", "HMI Prisons", "Estyn")

    def test_of_a_letter(self) -> None:
        found = reading("Dear Chief Constable\nI recommend that you rest.")
        assert found.document_kind is DocumentKind.LETTER
        assert found.inspection_type is InspectionType.LETTER

    def test_of_a_letter_to_several_without_a_salutation(self) -> None:
        found = reading("To: the partners\nThis letter sets out what we saw.\nYours faithfully")
        assert found.document_kind is DocumentKind.LETTER

    def test_of_a_letter_that_answers(self) -> None:
        found = reading("Dear Home Secretary\nThis is my response under section 55 of the Act.")
        assert found.document_kind is DocumentKind.RESPONSE

    def test_of_a_form_with_a_row_for_the_commissioners_comments(self) -> None:
        found = reading(
            """
            # Warm dogs
            | Recommendation | Forces should feed dogs. |
            | Comments of the Commissioner | They do. |
            """
        )
        assert found.document_kind is DocumentKind.RESPONSE

    def test_of_a_report_with_a_heading_for_comment(self) -> None:
        found = reading("# An inspection of dogs\nHMICFRS\n# Comment\nDogs were polite.")
        assert found.document_kind is DocumentKind.REPORT
        assert found.response.policing_body is None

    def test_of_a_re_inspection_with_a_table_of_closed_rows(self) -> None:
        found = reading(
            """
            # Northmoor Police: re-inspection
            # What became of our recommendations of 2025
            | Recommendation | Status |
            | The force should feed dogs. | Closed |
            # Recommendations
            Recommendation 1: The force should walk dogs.
            """
        )
        assert found.document_kind is DocumentKind.REPORT
        assert found.inspection_type is InspectionType.REINSPECTION

    @pytest.mark.parametrize(
        "paper",
        [
            "# Police and Crime Panel\nMinutes of the meeting held in May\nHMICFRS was named.",
            "# Panel\nThursday\nPresent: A. Oak\nApologies: B. Elm\nThe report was noted.",
            "# Glossary of inspection terms\nCause of concern: a failing.",
            "# Inspection reports and our responses\n| Report | Response |\n| Dogs | Read it |",
        ],
    )
    def test_of_a_paper_that_only_speaks_about_inspections(self, paper: str) -> None:
        assert reading(paper).document_kind is DocumentKind.OTHER

    @pytest.mark.parametrize(
        ("printed", "expected"),
        [
            ("Joint thematic inspection", InspectionType.JOINT),
            ("National inspection", InspectionType.NATIONAL),
            ("Thematic", InspectionType.NATIONAL),
        ],
    )
    def test_follow_the_type_that_is_printed(self, printed: str, expected: InspectionType) -> None:
        found = reading(f"# Warm dogs: a joint inspection\nType of inspection: {printed}")
        assert found.inspection_type is expected

    def test_of_a_national_report_names_no_force(self) -> None:
        found = reading("# A national inspection of dogs\nNorthmoor Police was visited.")
        assert found.inspection_type is InspectionType.NATIONAL
        assert found.force is None

    @pytest.mark.parametrize(
        ("printed", "names"),
        [
            ("HIS MAJESTY'S INSPECTORATE OF CONSTABULARY AND FIRE & RESCUE SERVICES", ("HMICFRS",)),
            ("HM Inspectorate of Constabulary & Fire and Rescue Services", ("HMICFRS",)),
            ("HM INSPECTORATE OF PROBATION", ("HMI Probation",)),
            ("Arolygiaeth Gofal Iechyd Cymru", ("HIW",)),
            ("Inspectorates: HMICFRS and Care Quality Commission", ("HMICFRS", "CQC")),
        ],
    )
    def test_know_inspectorates_by_their_full_names(
        self, printed: str, names: tuple[str, ...]
    ) -> None:
        assert reading(f"{printed}\n# Warm dogs\nDogs were warm.").inspectorates == names

    @pytest.mark.parametrize(
        "paper",
        [
            "# Effectiveness of Northmoor Police",
            "# NORTHMOOR POLICE",
            "# Custody\nForce: Northmoor Police\nWe also saw Fenwick Police.",
            "# Custody\n| Force | Northmoor Police |\n| Seen before | Fenwick Police |",
        ],
    )
    def test_know_the_one_force(self, paper: str) -> None:
        assert reading(f"{paper}\nThe force should act.").force == "Northmoor Police"
