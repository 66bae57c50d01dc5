"""Every read of training."""

from answerable_site.training.queries.attendance import attendance_of, known_attendance
from answerable_site.training.queries.facts import (
    counted_duty,
    countings_of,
    people_of,
    place_of,
)
from answerable_site.training.queries.figures import (
    Figures,
    figures_of,
    stated_figures_visible_to,
)
from answerable_site.training.queries.posts import in_post_to_cut
from answerable_site.training.queries.records import (
    bookings_visible_to,
    countings_visible_to,
    courses_visible_to,
    developments_visible_to,
    events_visible_to,
    names_of,
    organisations_kept_by,
    organisations_seen_by,
    own_records,
    people_to_book,
    people_without_record,
    places_of,
    places_on,
    postings_visible_to,
    qualifications_visible_to,
    records_visible_to,
    users_of,
    versions_of,
    versions_visible_to,
)
from answerable_site.training.queries.worklists import (
    places_without_result,
    standing_of,
    standings_of,
    worklists_of,
)

__all__ = [
    "Figures",
    "attendance_of",
    "bookings_visible_to",
    "counted_duty",
    "countings_of",
    "countings_visible_to",
    "courses_visible_to",
    "developments_visible_to",
    "events_visible_to",
    "figures_of",
    "in_post_to_cut",
    "known_attendance",
    "names_of",
    "organisations_kept_by",
    "organisations_seen_by",
    "own_records",
    "people_of",
    "people_to_book",
    "people_without_record",
    "place_of",
    "places_of",
    "places_on",
    "places_without_result",
    "postings_visible_to",
    "qualifications_visible_to",
    "records_visible_to",
    "standing_of",
    "standings_of",
    "stated_figures_visible_to",
    "users_of",
    "versions_of",
    "versions_visible_to",
    "worklists_of",
]
