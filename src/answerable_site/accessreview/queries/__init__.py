"""Every read for those who review who looked at which case."""

from answerable_site.accessreview.queries.breaches import (
    breaches_visible_to,
    breaches_with_a_running_clock,
    organisations_audited_by,
)
from answerable_site.accessreview.queries.feeding import entry_of, looks_to_sample, unusual_looks
from answerable_site.accessreview.queries.glass import (
    broken_glass_visible_to,
    decoys_visible_to,
    glass_to_review,
    unjustified_glass,
)
from answerable_site.accessreview.queries.handing_out import (
    case_to_ask_about,
    forces_to_ask_about,
    hand_outs_released_by,
    hand_outs_visible_to,
    parcel_for,
    told_in,
)
from answerable_site.accessreview.queries.looks import (
    Wanted,
    lookers_known_to,
    looks_at_decoys,
    looks_visible_to,
)
from answerable_site.accessreview.queries.samples import (
    looks_to_confirm,
    organisations_nobody_confirms_for,
    organisations_to_sample,
    progress_of_samples,
    sampled_before,
    sampled_looks_visible_to,
    unanswered,
)

__all__ = [
    "Wanted",
    "breaches_visible_to",
    "breaches_with_a_running_clock",
    "broken_glass_visible_to",
    "case_to_ask_about",
    "decoys_visible_to",
    "entry_of",
    "forces_to_ask_about",
    "glass_to_review",
    "hand_outs_released_by",
    "hand_outs_visible_to",
    "lookers_known_to",
    "looks_at_decoys",
    "looks_to_confirm",
    "looks_to_sample",
    "looks_visible_to",
    "organisations_audited_by",
    "organisations_nobody_confirms_for",
    "organisations_to_sample",
    "parcel_for",
    "progress_of_samples",
    "sampled_before",
    "sampled_looks_visible_to",
    "told_in",
    "unanswered",
    "unjustified_glass",
    "unusual_looks",
]
