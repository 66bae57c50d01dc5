from __future__ import annotations

import gc

from answerable_site.config.collector import (
    LOOKS_BEFORE_OLDER,
    LOOKS_BEFORE_OLDEST,
    NEW_OBJECTS,
)


def test_every_process_of_the_site_looks_for_cycles_seldom():
    assert gc.isenabled()
    assert gc.get_threshold() == (NEW_OBJECTS, LOOKS_BEFORE_OLDER, LOOKS_BEFORE_OLDEST)
