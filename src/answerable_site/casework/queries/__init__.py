"""Every read of cases. Who reads one must leave an entry: see `operations.reading`."""

from answerable_site.casework.queries.called import first_called, first_posts_called
from answerable_site.casework.queries.cases import (
    cases_known_to,
    cases_open_to,
    cases_to_read,
    cases_within_reach,
    open_among,
    references_readable_by,
    way_into,
    whole_case,
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
from answerable_site.casework.queries.counting import (
    open_cases,
    open_cases_by_person,
)
from answerable_site.casework.queries.desk import (
    Desk,
    desk_of,
    people_to_name,
)
from answerable_site.casework.queries.due import (
    Wanted,
    breaches_shown,
    dues_listed,
    dues_shown,
    dues_visible_to,
)
from answerable_site.casework.queries.figures import (
    cases_to_cut,
    cases_to_sample,
    disputed_cases,
    files_of,
    files_to_cut,
    offered_cases,
    referred_cases,
    submitted_cases,
)
from answerable_site.casework.queries.files import (
    case_file,
    case_files,
)
from answerable_site.casework.queries.finding import (
    cases_with_reference,
    is_reference_among,
)
from answerable_site.casework.queries.handing_over import (
    posts_to_hand_to,
    running_work_of,
    workers_on_cases,
)
from answerable_site.casework.queries.limits import (
    area_working_on,
    areas_working_on,
    cases_under_limits_of,
    limit_versions,
    limits_administered_by,
    limits_for,
    limits_in,
    limits_in_case,
    limits_in_whole_case,
    limits_of,
    limits_that_wait,
    organisations_with_limits,
    own_limits_to_cut,
)
from answerable_site.casework.queries.quality import (
    WantedFindings,
    findings_visible_to,
)
from answerable_site.casework.queries.reckoning import (
    cases_to_reckon,
)
from answerable_site.casework.queries.recording import (
    Naming,
    clients_of,
    naming_of,
    recording_organisation,
    services_to_offer,
)

__all__ = [
    "Desk",
    "Naming",
    "Wanted",
    "WantedFindings",
    "area_working_on",
    "areas_working_on",
    "assignments_ended_by",
    "auditors_of_decoy",
    "breaches_shown",
    "case_file",
    "case_files",
    "cases_known_to",
    "cases_open_to",
    "cases_to_cut",
    "cases_to_read",
    "cases_to_reckon",
    "cases_to_sample",
    "cases_under_limits_of",
    "cases_with_reference",
    "cases_within_reach",
    "clients_of",
    "decoys_among",
    "desk_of",
    "disputed_cases",
    "dues_listed",
    "dues_shown",
    "dues_visible_to",
    "files_of",
    "files_to_cut",
    "findings_visible_to",
    "first_called",
    "first_posts_called",
    "forces_added_for",
    "is_reference_among",
    "kinds_looked_up_by",
    "limit_versions",
    "limits_administered_by",
    "limits_for",
    "limits_in",
    "limits_in_case",
    "limits_in_whole_case",
    "limits_of",
    "limits_that_wait",
    "naming_of",
    "offered_cases",
    "open_among",
    "open_cases",
    "open_cases_by_person",
    "organisation_on",
    "organisations_to_share_with",
    "organisations_with_limits",
    "organisations_working_on",
    "own_limits_to_cut",
    "owners_of_references",
    "people_to_assign",
    "people_to_name",
    "posts_to_hand_to",
    "recording_organisation",
    "references_readable_by",
    "referred_cases",
    "running_work_of",
    "services_to_offer",
    "shares_ended_by",
    "submitted_cases",
    "way_into",
    "whole_case",
    "workers_on_cases",
]
