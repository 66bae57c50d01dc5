from answerable.statute.limits import Limits
def limits_of(organisation_id: int) -> Limits:
    return Limits(())
