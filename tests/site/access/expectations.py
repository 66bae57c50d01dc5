"""Who may open each route, written down a second time and by hand.

The product's own rules stand in each app's `access.py`. This table is the other opinion: the matrix
holds the site to it, cell by cell. A route that is missing here fails the matrix.
"""

from __future__ import annotations

from dataclasses import dataclass

OFFICER, HOLDER, PUBLISHER, CHIEF, ADMINISTRATOR = (
    "response_officer",
    "holder",
    "publisher",
    "chief_officers_office",
    "administrator",
)
ROLES = (OFFICER, HOLDER, PUBLISHER, CHIEF, ADMINISTRATOR)

AT_WORK = frozenset({OFFICER, HOLDER, PUBLISHER, CHIEF})
IN_THE_OFFICE = frozenset({OFFICER, HOLDER, PUBLISHER})


@dataclass(frozen=True)
class Expected:
    """Who may open a route, and whether it leads to a record of somebody's."""

    roles: frozenset[str] = frozenset()
    posting: frozenset[str] | None = None
    """Who may send the page's form, where fewer may than may open the page."""
    public: bool = False
    signed_in: bool = False
    record: bool = False
    """The address names a record, so that it does not exist for a foreign organisation."""


def _list(*roles: str) -> Expected:
    return Expected(frozenset(roles))


def _record(*roles: str) -> Expected:
    return Expected(frozenset(roles), record=True)


PUBLIC = Expected(public=True)
"""Open to everybody, signed in or not."""

EXPECTED: dict[str, Expected] = {
    "home:start": PUBLIC,
    "home:cookies": PUBLIC,
    "home:privacy": PUBLIC,
    "home:accessibility": PUBLIC,
    "home:due": _list(*AT_WORK),
    "people:sign_in": PUBLIC,
    "people:sign_in_as": PUBLIC,
    "people:sign_out": PUBLIC,
    "people:account": Expected(signed_in=True),
    "people:password": Expected(signed_in=True),
    "people:people": _list(ADMINISTRATOR),
    "people:add": _record(ADMINISTRATOR),
    "people:person": _record(ADMINISTRATOR),
    "people:grant": _record(ADMINISTRATOR),
    "people:confirm": _record(ADMINISTRATOR),
    "people:end": _record(ADMINISTRATOR),
    "publication:register": PUBLIC,
    "publication:register_csv": PUBLIC,
    "publication:body": PUBLIC,
    "publication:inspection": PUBLIC,
    "publication:facts": PUBLIC,
    "publication:version": PUBLIC,
    "publication:pdf": PUBLIC,
    "publication:document": PUBLIC,
    "publication:waiting": _list(PUBLISHER),
    "publication:release": _record(PUBLISHER),
    "publication:release_correction": _record(PUBLISHER),
    "publication:withdraw": _record(PUBLISHER),
    "register:recommendations": _list(*AT_WORK),
    "register:recommendation": _record(*AT_WORK),
    "register:inspections": _list(*AT_WORK),
    "register:inspection": _record(*AT_WORK),
    "register:download": _record(*AT_WORK),
    "register:page": _record(*AT_WORK),
    "register:picture": _record(*AT_WORK),
    "register:documents": _list(*IN_THE_OFFICE),
    "register:document": _record(*IN_THE_OFFICE),
    "register:progress": _record(*IN_THE_OFFICE),
    "register:add_document": _list(OFFICER),
    "register:read_again": _record(OFFICER),
    "register:set_aside": _record(OFFICER),
    "register:confirm": _record(OFFICER),
    "register:add_inspection": _list(OFFICER),
    "register:correct_inspection": _record(OFFICER),
    "register:link_inspection": _record(OFFICER),
    "register:explain_gap": _record(OFFICER),
    "register:review": _record(*AT_WORK),
    "register:candidate": Expected(AT_WORK, posting=frozenset({OFFICER}), record=True),
    "register:split": _record(OFFICER),
    "register:merge": _record(OFFICER),
    "register:reject": _record(OFFICER),
    "register:reopen": _record(OFFICER),
    "register:accept_rest": _record(OFFICER),
    "register:add_recommendation": _record(OFFICER),
    "register:correct_recommendation": _record(OFFICER),
    "register:set_deadline": _record(OFFICER),
    "register:link_recommendation": _record(OFFICER),
    "register:choose_themes": _record(OFFICER),
    "register:add_statement": _record(OFFICER),
    "responses:responses": _list(*AT_WORK),
    "responses:response": _record(*AT_WORK),
    "responses:document": _record(*AT_WORK),
    "responses:explanations": _record(*AT_WORK),
    "responses:history": _record(*AT_WORK),
    "responses:invite": _record(OFFICER),
    "responses:enter_comments": _record(OFFICER),
    "responses:record_no_comments": _record(OFFICER),
    "responses:submit_comments": _record(CHIEF),
    "responses:own_comments": _record(OFFICER),
    "responses:reply": _record(OFFICER),
    "responses:explain": _record(OFFICER),
    "responses:prepare": _record(OFFICER),
    "responses:prepare_entry": _record(OFFICER),
    "responses:correct_entry": _record(OFFICER),
    "responses:past": _list(*AT_WORK),
    "responses:past_csv": _list(*AT_WORK),
    "responses:past_response": _record(*AT_WORK),
    "responses:past_file": _record(*AT_WORK),
    "responses:record_past": _record(OFFICER),
    "responses:takeover": _list(OFFICER),
    "responses:takeover_template": _list(OFFICER),
    "responses:takeover_check": _list(OFFICER),
    "responses:takeover_load": _list(OFFICER),
    "responses:sign": _record(HOLDER),
    "responses:publish": _record(PUBLISHER),
}
