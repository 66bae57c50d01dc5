"""The public register in words and as data."""

from answerable_site.publication.presenters.addresses import (
    href,
)
from answerable_site.publication.presenters.clues import (
    ShownClues,
    clues_in_document,
    clues_to_look_at,
)
from answerable_site.publication.presenters.corrections import (
    ShownCorrection,
    changes_in_words,
    shown_correction,
)
from answerable_site.publication.presenters.data import (
    CSV_HEADER,
    csv_row,
    public_facts,
    version_facts,
)
from answerable_site.publication.presenters.feed import (
    MOST_IN_FEED,
    FeedEntry,
    FeedLink,
    feed_document,
    feed_entries,
    feed_link,
)
from answerable_site.publication.presenters.feedback import (
    ShownFeedback,
    feedback_entry,
    shown_feedback,
)
from answerable_site.publication.presenters.figures import (
    ShownDataSet,
    catalogue_entries,
    figures_entry,
    figures_feed_link,
    file_href,
    measures_listed,
    shown_data_set,
    withdrawn_figures,
)
from answerable_site.publication.presenters.finding import (
    KindToChoose,
    ShownText,
    kinds_to_choose,
    results_in_words,
    shown_text,
)
from answerable_site.publication.presenters.heads import ShownHead, shown_head
from answerable_site.publication.presenters.inspections import (
    ShownInspection,
    later_version,
    shown_inspection,
    waiting_row,
)
from answerable_site.publication.presenters.listing import (
    Listed,
    body_choices,
    current_version,
    is_in_state,
    listed,
)
from answerable_site.publication.presenters.meetings import (
    ShownEdition,
    edition_entry,
    edition_href,
    shown_edition,
)
from answerable_site.publication.presenters.progress import (
    PROGRESS_HEADER,
    ProgressInWords,
    ShownSnapshot,
    progress_entry,
    progress_in_words,
    progress_link,
    progress_rows,
    shown_snapshot,
    slips,
)
from answerable_site.publication.presenters.versions import (
    ShownVersion,
    file_hashes,
    shown_version,
)

__all__ = [
    "CSV_HEADER",
    "MOST_IN_FEED",
    "PROGRESS_HEADER",
    "FeedEntry",
    "FeedLink",
    "KindToChoose",
    "Listed",
    "ProgressInWords",
    "ShownClues",
    "ShownCorrection",
    "ShownDataSet",
    "ShownEdition",
    "ShownFeedback",
    "ShownHead",
    "ShownInspection",
    "ShownSnapshot",
    "ShownText",
    "ShownVersion",
    "body_choices",
    "catalogue_entries",
    "changes_in_words",
    "clues_in_document",
    "clues_to_look_at",
    "csv_row",
    "current_version",
    "edition_entry",
    "edition_href",
    "feed_document",
    "feed_entries",
    "feed_link",
    "feedback_entry",
    "figures_entry",
    "figures_feed_link",
    "file_hashes",
    "file_href",
    "href",
    "is_in_state",
    "kinds_to_choose",
    "later_version",
    "listed",
    "measures_listed",
    "progress_entry",
    "progress_in_words",
    "progress_link",
    "progress_rows",
    "public_facts",
    "results_in_words",
    "shown_correction",
    "shown_data_set",
    "shown_edition",
    "shown_feedback",
    "shown_head",
    "shown_inspection",
    "shown_snapshot",
    "shown_text",
    "shown_version",
    "slips",
    "version_facts",
    "waiting_row",
    "withdrawn_figures",
]
