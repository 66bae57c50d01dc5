"""Every read of cases. Who reads one must leave an entry: see `operations.reading`."""

from answerable_site.casework.queries.cases import (
    cases_known_to,
    cases_open_to,
    cases_within_reach,
    open_among,
    opened_for,
    references_readable_by,
    whole_cases,
)
from answerable_site.casework.queries.choices import (
    assignments_ended_by,
    auditors_of_decoy,
    decoys_among,
    forces_added_for,
    kinds_looked_up_by,
    organisation_on,
    organisations_to_share_with,
    organisations_working_on,
    owners_of_references,
    people_to_assign,
    shares_ended_by,
)
from answerable_site.casework.queries.counting import open_cases, open_cases_by_person
from answerable_site.casework.queries.finding import cases_with_reference

__all__ = [
    "assignments_ended_by",
    "auditors_of_decoy",
    "cases_known_to",
    "cases_open_to",
    "cases_with_reference",
    "cases_within_reach",
    "decoys_among",
    "forces_added_for",
    "kinds_looked_up_by",
    "open_among",
    "open_cases",
    "open_cases_by_person",
    "opened_for",
    "organisation_on",
    "organisations_to_share_with",
    "organisations_working_on",
    "owners_of_references",
    "people_to_assign",
    "references_readable_by",
    "shares_ended_by",
    "whole_cases",
]
