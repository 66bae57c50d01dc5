"""E-mail messages."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from answerable.documents import BlockKind
from answerable.documents.readers import mail


def message() -> EmailMessage:
    letter = EmailMessage()
    letter["From"] = "Inspector <inspector@inspectorate.example>"
    letter["To"] = "office@commissioner.example"
    letter["Subject"] = "Letter about custody – Northshire"
    letter["Date"] = "Fri, 16 Jul 2021 10:00:00 +0100"
    letter.set_content("Dear all,\n\n1. The force should act.\n\n> 2. It should tell.\n")
    return letter


class TestRead:
    def test_begins_with_subject_sender_and_date(self) -> None:
        blocks = mail.read(bytes(message())).blocks
        assert blocks[0].kind is BlockKind.HEADING
        assert blocks[0].text == "Letter about custody – Northshire"
        assert [block.text.split(":")[0] for block in blocks[1:4]] == ["From", "To", "Date"]

    def test_keeps_quoted_replies_without_their_marks(self) -> None:
        document = mail.read(bytes(message()))
        items = [block.text for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
        assert items == ["1. The force should act.", "2. It should tell."]

    def test_names_attachments_and_does_not_read_them(self) -> None:
        letter = message()
        letter.add_attachment(b"secret", maintype="application", subtype="pdf", filename="r.pdf")
        document = mail.read(bytes(letter))
        assert "secret" not in document.text
        assert document.notes == (
            "The attachment “r.pdf” was not read. Save it and upload it by itself.",
        )

    def test_reads_a_message_that_is_html_only(self) -> None:
        letter = EmailMessage()
        letter["Subject"] = "S"
        letter.set_content("<ol><li>Act</ol>", subtype="html")
        assert "1. Act" in mail.read(bytes(letter)).text

    @pytest.mark.parametrize("plain", ["", "This message needs another reader."])
    def test_reads_the_html_part_where_the_plain_one_is_a_stub(self, plain: str) -> None:
        letter = EmailMessage()
        letter["Subject"] = "S"
        letter.set_content(plain)
        rich = f"<p>{'The alarms failed. ' * 5}<table><tr><td>1<td>Forces should act.</table>"
        letter.add_alternative(rich, subtype="html")
        cells = [block.text for block in mail.read(bytes(letter)).blocks if block.cell]
        assert cells == ["1", "Forces should act."]
