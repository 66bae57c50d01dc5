from __future__ import annotations

import pytest

from answerable.statute import (
    COPY_TO_INSPECTORS,
    COPY_TO_SECRETARY,
    INVITE_CHIEF_OFFICER,
    LATEST_PEEL_REPORT,
    PROVISIONS,
)


class TestProvisions:
    @pytest.mark.parametrize("provision", PROVISIONS.values(), ids=PROVISIONS)
    def test_say_where_they_can_be_read(self, provision):
        assert provision.source.startswith("https://www.legislation.gov.uk/")
        assert provision.citation
        assert provision.summary.endswith(".")

    def test_name_the_subsections_of_section_55(self):
        assert INVITE_CHIEF_OFFICER.citation == "section 55(4) of the Police Act 1996"
        assert COPY_TO_INSPECTORS.citation == "section 55(6)(a) of the Police Act 1996"
        assert COPY_TO_SECRETARY.citation == "section 55(6)(b) of the Police Act 1996"

    def test_keep_the_order_apart_from_section_55(self):
        assert "section 55" not in LATEST_PEEL_REPORT.citation
        assert "31 May 2021" in LATEST_PEEL_REPORT.commencement
