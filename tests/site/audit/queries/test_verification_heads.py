"""What signed heads show about the record, and what is found wrong with heads."""

from __future__ import annotations

import shutil

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tests.site.audit.acts import Office
from tests.site.audit.queries.test_verification import kinds, sentences
from tests.site.audit.tampering import disarm, rewrite_from, tamper

from answerable_site.audit import queries
from answerable_site.audit.models import AuditedRecord, ChainHead
from answerable_site.audit.rules import FaultKind, Frontier, sign


class TestHeadsKeptElsewhere:
    """What the database alone cannot show."""

    def cut(self, size: int) -> None:
        """Take the end away as somebody would who knows how the chain is made."""
        disarm()
        AuditedRecord.objects.filter(entry__sequence__gt=size).delete()
        tamper("DELETE FROM audit_auditentry WHERE sequence > %s", size)
        rewrite_from(size + 1)

    def test_find_an_end_that_was_cut_off(self, office):
        office.act(3)
        office.sign()
        self.cut(2)
        assert queries.verify().faults == ()
        assert "its end was cut off" in sentences(office.verify())[0]

    def test_find_an_older_database_put_back_together_with_its_heads(self, office, tmp_path):
        office.act(3)
        office.sign()
        older = office.file.read_text()
        office.act(2)
        office.sign()
        shutil.copy(office.file, tmp_path / "witness.jsonl")
        self.cut(4)
        office.file.write_text(older)
        assert office.verify().faults == ()
        assert "its end was cut off" in sentences(office.verify(tmp_path / "witness.jsonl"))[0]

    def test_find_a_past_that_was_chained_anew(self, office):
        office.act(5)
        office.sign()
        tamper("UPDATE audit_auditentry SET actor_name = 'x' WHERE sequence = 3")
        rewrite_from(3)
        assert queries.verify().faults == ()
        assert sentences(office.verify())[0].startswith(
            "Between entry 1 and entry 5 the record is not what it was when head 1 was signed"
        )

    def test_narrow_down_where_the_change_is(self, office):
        office.act(3)
        office.sign()
        office.act(3)
        office.sign()
        tamper("UPDATE audit_auditentry SET actor_name = 'x' WHERE sequence = 6")
        rewrite_from(6)
        assert sentences(office.verify())[0].startswith("Between entry 4 and entry 7")


class TestTheOfficesHeads:
    @pytest.fixture
    def signed(self, office):
        for _ in range(3):
            office.act()
            office.sign()
        return office

    def test_are_found_to_be_gone(self, signed):
        signed.file.unlink()
        assert kinds(signed.verify()) == {FaultKind.HEADS_FILE}
        assert "Entry 2 says that head 1 was signed" in sentences(signed.verify())[0]

    def test_are_found_to_have_lost_their_end(self, signed):
        lines = signed.file.read_text().splitlines(keepends=True)
        signed.file.write_text("".join(lines[:-1]))
        assert len(sentences(signed.verify())) == 1

    def test_are_found_to_have_lost_a_line(self, signed):
        lines = signed.file.read_text().splitlines(keepends=True)
        signed.file.write_text(lines[0] + lines[2])
        assert sentences(signed.verify())[0].startswith("Line 2 is numbered 3")

    def test_are_found_to_be_changed(self, signed):
        signed.file.write_text(signed.file.read_text().replace('"size":3', '"size":2'))
        assert sentences(signed.verify())[0].startswith("Line 2 is not signed by the key")

    def test_are_found_to_be_signed_by_a_stranger(self, signed, tmp_path):
        stranger = Office(tmp_path / "stranger", now=signed.now)
        stranger.begin_heads()
        copy = strange_heads(stranger)
        found = queries.verify(
            copies=[copy], trusted=frozenset({queries.fingerprint_of(signed.key)})
        )
        assert "which is not the office’s" in sentences(found)[-1]


def strange_heads(stranger: Office) -> queries.HeadsFile:
    """Heads over the true record, signed with somebody else’s key."""
    chain = ChainHead.objects.get()
    head = sign(
        after=None,
        size=chain.sequence,
        root=Frontier(chain.sequence, chain.peaks()).root(),
        at=stranger.later(),
        key=queries.read_key(stranger.key),
    )
    stranger.file.parent.mkdir()
    stranger.file.write_text(head.line() + "\n")
    return queries.read_heads(stranger.file)


class TestALostKey:
    @pytest.fixture
    def lost(self, office) -> str:
        """The fingerprint of a key that was lost; another signs from the second head on."""
        office.act(3)
        office.sign()
        lost = office.lose_key()
        office.go_on_without()
        office.act()
        office.sign()
        return lost

    def test_is_told_as_a_break_of_trust_and_not_as_tampering(self, office, lost):
        (fault,) = office.verify().faults
        assert (fault.kind, fault.entry) == (FaultKind.LOST_KEY, 4)
        assert fault.sentence.startswith("Trust breaks at head 2, signed over 4 entries")
        assert lost in fault.sentence
        assert "no sign that the record was changed" in fault.sentence

    def test_is_no_finding_for_whoever_vouches_for_both_keys(self, office, lost):
        both = [lost, queries.fingerprint_of(office.key)]
        assert office.verify(trusted=both).faults == ()

    def test_vouches_for_none_that_follows_it(self, office, lost):
        assert kinds(office.verify(trusted=[lost])) == {FaultKind.LOST_KEY, FaultKind.HEADS_FILE}

    def test_lets_no_stranger_begin_in_its_name(self, office, lost):
        last = queries.last_head(office.file)
        strange = sign(
            after=last,
            size=last.size,
            root=last.root,
            at=office.later(),
            key=Ed25519PrivateKey.generate(),
            lost_key=queries.fingerprint_of(office.key),
        )
        with office.file.open("a") as file:
            file.write(f"{strange.line()}\n")
        assert any("which is not the office’s" in told for told in sentences(office.verify()))

    def test_is_told_once_where_a_copy_shows_it_too(self, office, lost, tmp_path):
        shutil.copy(office.file, tmp_path / "witness.jsonl")
        assert kinds(office.verify(tmp_path / "witness.jsonl")) == {FaultKind.LOST_KEY}
        assert office.verify(tmp_path / "witness.jsonl").faults_in_all == 1

    def test_hides_no_change_from_before(self, office, lost):
        tamper("UPDATE audit_auditentry SET actor_name = 'x' WHERE sequence = 2")
        rewrite_from(2)
        assert FaultKind.HEAD in kinds(office.verify())

    def test_may_be_lost_twice(self, office, lost):
        second = office.lose_key()
        office.go_on_without()
        found = office.verify()
        assert [fault.kind for fault in found.faults] == [FaultKind.LOST_KEY] * 2
        assert second in found.faults[1].sentence
