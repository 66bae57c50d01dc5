"""What one office of the matrix has of public progress, by route."""

from __future__ import annotations

from django.utils import timezone
from tests import factories
from tests.site.access.records import Records

from answerable_site.publication import operations
from answerable_site.publication.models import PublicInspection
from answerable_site.publication.rules import ProgressFacts, PublicRecommendation


def add_snapshots(records: Records) -> None:
    """One snapshot that is public and one that waits, of the office’s published inspection."""
    page = records.arguments["publication:inspection"]
    entry = PublicInspection.objects.get(body_slug=page["body"], slug=page["inspection"])
    officer, publisher = (
        factories.viewer(user, on=timezone.localdate())
        for user in (records.office.officer, records.office.publisher)
    )
    now = timezone.now()
    facts = ProgressFacts(
        as_of=timezone.localdate(),
        recommendations=(
            PublicRecommendation("1", "Recommendation", f"{records.mark} should label bags."),
        ),
    )
    public = operations.prepare_progress(by=officer, at=now, entry=entry, facts=facts)
    operations.release_progress(by=publisher, at=now, snapshot=public)
    waiting = operations.prepare_progress(by=officer, at=now, entry=entry, facts=facts)
    for route in ("progress", "progress_csv", "progress_json"):
        records.arguments[f"publication:{route}"] = page
    for route in ("body_progress", "body_progress_csv"):
        records.arguments[f"publication:{route}"] = {"body": page["body"]}
    records.arguments["publication:release_progress"] = {"snapshot_id": waiting.pk}
    records.arguments["publication:withdraw_progress"] = {"snapshot_id": public.pk}
    records.arguments["responses:tell_progress"] = records.arguments["responses:correct_entry"]
