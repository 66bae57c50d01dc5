from __future__ import annotations

from answerable.surveys.groups import GROUPS, Characteristic
from answerable.surveys.instrument import Choice
from answerable.surveys.instruments import INSTRUMENTS, instrument
from answerable.surveys.paper import PROMISES, paper_form, telephone_script
from answerable.writing.canonical import canonical_bytes
from answerable.writing.pdf import to_pdf

CODES = ("K7PM-23XA-QRTC", "2345-6789-ABCD")


def text_of(document):
    return canonical_bytes(document).decode()


class TestPaper:
    def test_asks_what_the_page_asks(self):
        for asked in INSTRUMENTS.values():
            for document in (
                paper_form(asked, body="Office", codes=CODES),
                telephone_script(asked, body="Office"),
            ):
                told = text_of(document)
                assert all(one.text in told for one in asked.questions)
                labels = [
                    option.label
                    for one in asked.questions
                    if isinstance(one, Choice)
                    for option in one.options
                ]
                groups = [label for one in Characteristic for label in GROUPS[one].values()]
                assert all(label in told for label in (*labels, *groups, *PROMISES))

    def test_has_a_form_for_each_code(self):
        told = text_of(paper_form(instrument("looking_back", 1), body="Office", codes=CODES))
        assert all(told.count(f"Form {code}") == 1 for code in CODES)

    def test_can_be_printed(self):
        document = paper_form(instrument("looking_back", 1), body="Office", codes=CODES)
        assert to_pdf(document).startswith(b"%PDF")
