"""How somebody in post stands to the courses that qualify for the work.

Which courses qualify, from when to when and for how long, is what each force records (decision
record 20); these are the ways in which it can come out.
"""

from __future__ import annotations

from enum import StrEnum


class Qualification(StrEnum):
    """How somebody stands on a day. Each is one thing only."""

    QUALIFIED = "qualified"
    RAN_OUT = "ran_out"
    DOES_NOT_COUNT = "does_not_count"
    NOT_PASSED = "not_passed"
    NO_COURSE = "no_course"

    @property
    def label(self) -> str:
        return _QUALIFICATIONS[self]

    @property
    def is_trained(self) -> bool:
        """Whether they took part in a course that qualifies. Attended is not qualified."""
        return self is not Qualification.NO_COURSE


_QUALIFICATIONS = {
    Qualification.QUALIFIED: "Qualified",
    Qualification.RAN_OUT: "Was qualified, and it ran out",
    Qualification.DOES_NOT_COUNT: "Passed a course that does not count on the day",
    Qualification.NOT_PASSED: "Took part, and has passed nothing that counts",
    Qualification.NO_COURSE: "Has taken no course that qualifies",
}
