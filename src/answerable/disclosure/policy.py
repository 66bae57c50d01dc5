"""The policy: a file that people who do not program can read, check and change."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import msgspec

from answerable.statute import Confidence

LARGEST: Final = 256 * 1024
PUBLIC: Final = "public"
_SHIPPED: Final = files("answerable.disclosure") / "policy.toml"


class UnusablePolicy(ValueError):
    """The file is no policy that can be applied; the message says where and what to do."""


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One number, why it stands, by which source and how sure that is."""

    value: int
    says: str
    citation: str
    confidence: Confidence


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every number of a policy; what each means stands in the file itself."""

    threshold: Rule
    possible_values: Rule
    difference: Rule
    denominator: Rule
    dominance: Rule
    sparse: Rule
    crossing: Rule


class Columns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How columns are called that hold characteristics, areas, and what is counted."""

    characteristics: tuple[str, ...]
    areas: tuple[str, ...]
    subjects: tuple[str, ...]
    versions: tuple[str, ...] = ()
    """Columns that say of which version of the data a table is: they tell no people apart."""

    def name(self, column: str) -> bool:
        """Whether the column is one of them."""
        return column.lower() in {*self.characteristics, *self.areas, *self.subjects}


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """For whom figures are, and to what they are rounded (1: not at all)."""

    title: str
    marking: str
    rounding: int
    says: str
    citation: str
    confidence: Confidence


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    version: int
    begins: date = msgspec.field(name="from")
    rules: Rules
    columns: Columns
    profiles: dict[str, Profile]
    within: dict[str, str] = {}
    structural: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Policy:
    """What is hidden from whom: one profile of one version of a policy file."""

    name: str
    version: int
    begins: date
    rules: Rules
    columns: Columns
    within: dict[str, str]
    """Columns that lie within another: the name of the inner, and of the outer."""
    structural: tuple[dict[str, str], ...]
    """Cells that cannot be anything but nought: values by column."""
    profile_name: str
    profile: Profile

    @property
    def threshold(self) -> int:
        """Counts below it are hidden."""
        return self.rules.threshold.value

    @property
    def called(self) -> str:
        """Name, version and profile, as every release names them."""
        return f"{self.name} {self.version}, {self.profile_name}"

    def rounded(self, count: int) -> int:
        """The count as it is shown: the nearest multiple; never more than half of one away."""
        base = self.profile.rounding
        return (count + base // 2) // base * base

    def could_be(self, shown: int) -> tuple[int, int]:
        """The least and the greatest count behind what is shown, both inclusive."""
        base = self.profile.rounding
        least = shown - base // 2
        return max(least, self.threshold), least + base - 1

    def as_facts(self) -> dict[str, Any]:
        """What a release says of its policy."""
        return {
            "name": self.name,
            "version": self.version,
            "profile": self.profile_name,
            "marking": self.profile.marking,
            "threshold": self.threshold,
            "rounded_to": self.profile.rounding,
        }


def read_policy(path: Path, profile: str = PUBLIC) -> Policy:
    """The policy in a TOML file.

    Raises:
        UnusablePolicy: it is no policy, contradicts itself or has no such profile.
        OSError: the path cannot be opened.
    """
    if path.stat().st_size > LARGEST:
        raise UnusablePolicy(f"{path.name} is larger than a policy can be.")
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UnusablePolicy(f"{path.name} is not written in UTF-8. Save it so.") from error
    return _policy(text, path.name, profile)


def shipped_policy(profile: str = PUBLIC) -> Policy:
    """The policy that comes with the product."""
    return _policy(shipped_text(), "policy.toml", profile)


def shipped_profiles() -> dict[str, Profile]:
    """For whom there are profiles in the policy that comes with the product, by name."""
    return _parsed(shipped_text(), "policy.toml").profiles


def shipped_text() -> str:
    """The policy file that comes with the product, to be copied and changed."""
    return _SHIPPED.read_text(encoding="utf-8")


def _parsed(text: str, called: str) -> _File:
    try:
        return msgspec.convert(tomllib.loads(text), _File, strict=True)
    except tomllib.TOMLDecodeError as error:
        raise UnusablePolicy(f"{called} is no TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise UnusablePolicy(f"{called}: {error}") from error


def _policy(text: str, called: str, profile: str) -> Policy:
    found = _parsed(text, called)
    if profile not in found.profiles:
        known = ", ".join(found.profiles)
        raise UnusablePolicy(f"{called} has no profile {profile!r}. Choose among: {known}.")
    if fault := _fault(found):
        raise UnusablePolicy(f"{called}: {fault}")
    return Policy(
        name=found.name,
        version=found.version,
        begins=found.begins,
        rules=found.rules,
        columns=found.columns,
        within=found.within,
        structural=found.structural,
        profile_name=profile,
        profile=found.profiles[profile],
    )


def _fault(found: _File) -> str:
    """What keeps a policy from being applied; empty where nothing does."""
    rules = found.rules
    if rules.threshold.value < 1:
        return "the threshold is at least 1."
    if rules.possible_values.value > rules.threshold.value:
        return (
            "a hidden count cannot have more possible values than the threshold leaves: make "
            "possible_values no larger than threshold."
        )
    if min(rules.possible_values.value, rules.denominator.value, rules.crossing.value) < 1:
        return "possible_values, denominator and crossing are at least 1."
    if not 0 <= rules.difference.value < rules.possible_values.value:
        return "difference is at least 0 and smaller than possible_values."
    if not (0 < rules.dominance.value <= 100 and 0 < rules.sparse.value <= 100):
        return "dominance and sparse are per cents, from 1 to 100."
    for name, profile in found.profiles.items():
        if profile.rounding < 1 or profile.rounding % 2 == 0:
            return f"the rounding of {name} is an odd number: 1, 3, 5 and so on."
    return _circle(found.within)


def _circle(within: dict[str, str]) -> str:
    for start, outer in within.items():
        seen, at = {start}, outer
        while at in within:
            if at in seen:
                return f"{start} lies within itself."
            seen.add(at)
            at = within[at]
    return ""
