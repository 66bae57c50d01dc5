from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from answerable_site.audit.rules import (
    Head,
    NotAHead,
    fingerprint,
    keys_before_a_loss,
    public_half,
    read_head,
    sign,
    vouched_keys,
)
from answerable_site.audit.rules.heads import read_all

AT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
KEY, OTHER, LAST = (
    Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (1, 2, 3)
)
ROOT = "ab" * 32


def signed(after: Head | None = None, size: int = 3, **more) -> Head:
    return sign(**{"after": after, "size": size, "root": ROOT, "at": AT, "key": KEY} | more)


def edited(head: Head, **parts) -> str:
    return replace(head, **parts).line()


class TestAHead:
    def test_reads_back_from_its_line(self):
        head = signed()
        assert read_head(head.line()) == head

    def test_names_its_key_by_fingerprint(self):
        assert signed().key == fingerprint(public_half(KEY))

    @pytest.mark.parametrize(
        "parts",
        [
            {"number": 2},
            {"size": 4},
            {"root": "cd" * 32},
            {"at": "2026-03-01T12:31:00.000000+00:00"},
            {"previous": "cd" * 32},
            {"signature": "00" * 64},
            {"key": fingerprint(public_half(OTHER)), "public_key": public_half(OTHER)},
        ],
    )
    def test_is_refused_with_any_part_changed(self, parts):
        with pytest.raises(NotAHead, match="not signed"):
            read_head(edited(signed(), **parts))

    @pytest.mark.parametrize(
        "parts",
        [
            {"signature": ""},
            {"signature": signed().signature.upper()},
            {"root": "ab"},
            {"size": "3"},
            {"size": True},
            {"at": "2026-03-01T12:30:00"},
            {"at": "noon"},
            {"public_key": 7},
            {"next_public_key": "x"},
            {"lost_key": "x"},
        ],
    )
    def test_is_refused_where_a_part_has_another_form(self, parts):
        with pytest.raises(NotAHead, match="one form"):
            read_head(json.dumps(json.loads(signed().line()) | parts, separators=(",", ":")))

    @pytest.mark.parametrize("line", ["", "{}", "[]", "x", '{"number":1}', "null"])
    def test_is_refused_where_it_is_no_head(self, line):
        with pytest.raises(NotAHead, match="is no head"):
            read_head(line)

    def test_is_refused_with_a_space_more(self):
        with pytest.raises(NotAHead, match="one form"):
            read_head(signed().line().replace(",", ", "))

    def test_is_refused_where_it_names_another_key_than_it_holds(self):
        with pytest.raises(NotAHead, match="not the one it holds"):
            read_head(edited(signed(), key="cd" * 32))


class TestIntroducingAKey:
    def test_needs_the_signatures_of_both(self):
        assert read_head(signed(next_key=OTHER).line()).next_key == fingerprint(public_half(OTHER))

    def test_is_refused_without_that_of_the_new_key(self):
        head = signed(next_key=OTHER)
        with pytest.raises(NotAHead, match="introduces a key"):
            read_head(edited(head, next_signature=head.signature))

    def test_is_refused_where_the_new_key_signed_nothing(self):
        with pytest.raises(NotAHead, match="introduces a key"):
            read_head(edited(signed(next_key=OTHER), next_signature=""))


class TestTrust:
    """Of three keys, each introduces the next."""

    FIRST, SECOND, THIRD = (fingerprint(public_half(key)) for key in (KEY, OTHER, LAST))

    def heads(self) -> list[Head]:
        first = signed(next_key=OTHER)
        return [first, signed(first, key=OTHER, next_key=LAST)]

    @pytest.mark.parametrize("trusted", [FIRST, SECOND, THIRD])
    def test_goes_from_one_key_to_those_before_and_after_it(self, trusted):
        assert vouched_keys(self.heads(), {trusted}) == {self.FIRST, self.SECOND, self.THIRD}

    def test_does_not_go_from_a_lost_key_to_the_one_that_follows_it(self):
        first = signed()
        heads = [first, signed(first, key=OTHER, lost_key=self.FIRST)]
        assert vouched_keys(heads, {self.FIRST}) == {self.FIRST}
        assert keys_before_a_loss(heads, {self.FIRST}) == frozenset()

    def test_goes_from_the_key_that_follows_to_the_lost_one_and_those_before_it(self):
        first, second = self.heads()
        third = signed(second, key=KEY, lost_key=self.THIRD)
        trusted = {fingerprint(third.public_key)}
        known = keys_before_a_loss([first, second, third], trusted)
        assert known == {self.FIRST, self.SECOND, self.THIRD}

    def test_does_not_come_from_nothing(self):
        assert vouched_keys(self.heads(), {"cd" * 32}) == {"cd" * 32}


class TestAFile:
    def problems(self, *heads: Head) -> list[str]:
        return read_all(head.line() for head in heads)[1]

    def test_holds_heads_that_follow_one_another(self):
        first = signed()
        second = signed(first, size=5, next_key=OTHER)
        third = signed(second, size=5, key=OTHER)
        assert self.problems(first, second, third) == []

    def test_misses_a_line_that_was_taken_away(self):
        first = signed()
        third = signed(signed(first))
        assert self.problems(first, third) == [
            "Line 2 is numbered 3, so lines before it are missing or were added."
        ]

    def test_does_not_begin_in_the_middle(self):
        assert self.problems(signed(signed()))[0].startswith("Line 1 is numbered 2")

    def test_refuses_a_line_of_another_file(self):
        assert self.problems(signed(), signed(signed(root="cd" * 32))) == [
            "Line 2 does not follow from the line before it."
        ]

    def test_refuses_a_key_that_was_not_introduced(self):
        first = signed()
        assert self.problems(first, signed(first, key=OTHER)) == [
            "Line 2 is signed with a key that no head before it introduced."
        ]

    def test_refuses_the_old_key_once_another_was_introduced(self):
        first = signed(next_key=OTHER)
        assert "no head before it introduced" in self.problems(first, signed(first))[0]

    def test_takes_another_key_where_the_one_before_was_lost(self):
        first = signed()
        assert self.problems(first, signed(first, key=OTHER, lost_key=first.key)) == []

    def test_refuses_the_loss_of_a_key_that_did_not_sign(self):
        first = signed()
        stranger = fingerprint(public_half(LAST))
        for heads in (
            [first, signed(first, key=OTHER, lost_key=stranger)],
            [signed(lost_key=stranger)],
        ):
            assert "says that a key was lost" in self.problems(*heads)[0]

    def test_refuses_a_head_over_fewer_entries(self):
        first = signed(size=4)
        assert self.problems(first, signed(first, size=3)) == [
            "Line 2 has fewer entries than the head before it."
        ]

    def test_is_read_up_to_the_first_false_line(self):
        first = signed()
        heads, problems = read_all([first.line(), "x", signed(first).line()])
        assert (heads, problems) == ([first], ["Line 2 is no head."])
