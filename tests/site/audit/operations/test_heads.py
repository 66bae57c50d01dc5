from __future__ import annotations

import os

import pytest
from django.db import transaction
from tests.site.audit.tampering import disarm

from answerable_site.audit import queries
from answerable_site.audit.models import AuditEntry
from answerable_site.audit.operations import HeadsAreGone, KeyIsNotLost, make_key
from answerable_site.audit.queries import NoKey


def lines(office) -> list[str]:
    return office.file.read_text().splitlines()


class TestSignHead:
    def test_writes_one_line_that_names_size_and_root(self, office):
        office.act(3)
        root = queries.verify().root
        head = office.sign()
        assert (head.number, head.size, head.root) == (1, 3, root)
        assert lines(office) == [head.line()]

    def test_leaves_one_entry_that_names_the_head(self, office):
        office.act()
        head = office.sign()
        entry = AuditEntry.objects.get(sequence=2)
        assert (entry.act, entry.details["digest"]) == ("audit.sign_head", head.digest())
        assert AuditEntry.objects.count() == 2

    def test_adds_lines_and_takes_none_away(self, office):
        office.act()
        first = office.sign()
        office.act()
        second = office.sign()
        assert lines(office) == [first.line(), second.line()]
        assert second.previous == first.digest()

    def test_goes_down_to_the_disk(self, office, monkeypatch):
        flushed = []
        monkeypatch.setattr(os, "fsync", lambda number: flushed.append(number))
        office.act()
        office.sign()
        first = len(flushed)
        office.sign()
        # The new file and its folder, then the file alone.
        assert (first, len(flushed)) == (2 if os.name == "posix" else 1, first + 1)

    def test_takes_the_place_of_half_a_line_that_a_crash_left(self, office):
        office.act()
        first = office.sign()
        with office.file.open("a") as file:
            file.write(first.line()[:50])
        second = office.sign()
        assert lines(office) == [first.line(), second.line()]

    def test_goes_on_where_a_crash_took_back_the_entry_but_not_the_line(self, office):
        office.act()
        with transaction.atomic():
            first = office.sign()
            transaction.set_rollback(True)
        second = office.sign()
        assert lines(office) == [first.line(), second.line()]
        assert office.verify().faults == ()

    def test_needs_a_key(self, office):
        office.key.unlink()
        office.act()
        with pytest.raises(NoKey):
            office.sign()
        assert not office.file.exists()

    def test_is_refused_where_earlier_heads_are_gone(self, office):
        office.act()
        office.sign()
        office.file.unlink()
        with pytest.raises(HeadsAreGone, match="head 1 was signed"):
            office.sign()
        assert not office.file.exists()

    def test_is_refused_where_the_last_head_is_another(self, office):
        office.act()
        office.sign()
        disarm()
        office.file.unlink()
        AuditEntry.objects.filter(act="audit.sign_head").update(act="audit.other")
        office.sign()
        AuditEntry.objects.filter(act="audit.other").update(act="audit.sign_head")
        AuditEntry.objects.filter(sequence=3).update(act="audit.other")
        with pytest.raises(HeadsAreGone):
            office.sign()

    def test_is_refused_with_another_key_than_the_heads_end_with(self, office):
        office.act()
        office.sign()
        office.key.unlink()
        make_key(office.key)
        with pytest.raises(NoKey, match="Put the right key back"):
            office.sign()

    def test_says_where_it_cannot_write(self, office):
        office.act()
        office.file.parent.write_text("a file where the folder should be")
        with pytest.raises(HeadsAreGone, match="cannot be written"):
            office.sign()
        assert AuditEntry.objects.count() == 1


class TestReplaceKey:
    def test_puts_another_key_in_place_that_both_sign_for(self, office):
        office.act()
        old = queries.fingerprint_of(office.key)
        head = office.rotate()
        new = queries.fingerprint_of(office.key)
        assert (head.key, head.next_key) == (old, new)
        assert old != new

    def test_lets_the_new_key_sign_from_then_on(self, office):
        office.act()
        office.rotate()
        head = office.sign()
        assert head.key == queries.fingerprint_of(office.key)
        assert queries.read_heads(office.file).problems == ()

    def test_leaves_no_key_beside_the_new_one(self, office):
        office.act()
        office.rotate()
        assert {path.name for path in office.folder.iterdir()} == {"key.pem", "heads"}

    def test_is_completed_by_the_next_head_where_it_was_interrupted(self, office):
        office.act()
        old = office.key.read_bytes()
        office.rotate()
        office.key.rename(queries.successor_path(office.key))
        office.key.touch(0o600)
        office.key.write_bytes(old)
        office.sign()
        assert office.verify().faults == ()
        assert not queries.successor_path(office.key).exists()


class TestReplaceLostKey:
    @pytest.fixture
    def lost(self, office) -> str:
        """The fingerprint of the key that signed one head and is lost."""
        office.act()
        office.sign()
        return office.lose_key()

    def test_begins_with_a_new_key_and_says_which_was_lost(self, office, lost):
        head = office.go_on_without()
        assert (head.number, head.lost_key) == (2, lost)
        assert head.key == queries.fingerprint_of(office.key)
        assert head.key != lost

    def test_lets_the_new_key_sign_from_then_on(self, office, lost):
        office.go_on_without()
        assert office.sign().lost_key == ""
        assert queries.read_heads(office.file).problems == ()

    def test_keeps_the_reason_in_the_record_and_out_of_the_head(self, office, lost):
        head = office.go_on_without()
        entry = AuditEntry.objects.latest("sequence")
        assert (entry.reason, entry.details["lost_key"]) == ("The disk broke.", lost)
        assert "disk" not in head.line()

    def test_takes_a_key_that_was_made_meanwhile(self, office, lost):
        made = make_key(office.key)
        assert office.go_on_without().key == made

    def test_is_refused_while_the_key_is_there(self, office):
        office.act()
        office.sign()
        with pytest.raises(KeyIsNotLost, match="without --lost"):
            office.go_on_without()
        assert len(queries.read_heads(office.file).heads) == 1

    def test_is_refused_before_the_first_head(self, office):
        with pytest.raises(KeyIsNotLost, match="make-key"):
            office.go_on_without()

    def test_is_refused_without_the_heads_that_the_record_names(self, office, lost):
        office.file.unlink()
        with pytest.raises(HeadsAreGone):
            office.go_on_without()
        assert not office.key.exists()

    def test_first_completes_a_change_that_was_interrupted(self, office):
        office.act()
        office.rotate()
        office.key.rename(queries.successor_path(office.key))
        with pytest.raises(KeyIsNotLost):
            office.go_on_without()
        assert office.sign().number == 2
