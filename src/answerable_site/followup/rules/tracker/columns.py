"""The columns of a tracker, and the headings by which real trackers call them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Column(StrEnum):
    """What a column tells of a recommendation, of its commitment, or of an action."""

    REFERENCE = "reference"
    INSPECTION = "inspection"
    PUBLISHED = "inspection_published"
    NUMBER = "number"
    KIND = "kind"
    TEXT = "text"
    SUB_POINT = "sub_point"
    ORGANISATION = "organisation"
    SUMMARY = "summary"
    PROMISE = "promise"
    OWNER = "owner"
    ORIGINAL = "original_date"
    REVISED = "revised_date"
    REVISED_BECAUSE = "revised_because"
    WHOSE = "whose_date"
    OWN_VIEW = "own_view"
    DONE_ON = "done_on"
    INSPECTORATE = "inspectorate"
    RATING = "rating"
    UPDATE = "update"
    UPDATED_ON = "updated_on"
    ACTION_REFERENCE = "action_reference"
    ACTION = "action"
    ACTION_DETAILS = "action_details"
    ACTION_KIND = "action_kind"
    ACTION_OWNER = "action_owner"
    ACTION_ORIGINAL = "action_original_date"
    ACTION_REVISED = "action_revised_date"
    ACTION_REVISED_BECAUSE = "action_revised_because"
    ACTION_WHOSE = "action_whose_date"
    ACTION_STATE = "action_state"
    ACTION_DONE_ON = "action_done_on"
    ACTION_RATING = "action_rating"
    ACTION_UPDATE = "action_update"
    ACTION_UPDATED_ON = "action_updated_on"

    @property
    def label(self) -> str:
        """Its heading in the template."""
        return NAMES[self][0]

    @property
    def is_required(self) -> bool:
        """No column by itself: several together can tell what a row is about."""
        return False

    @property
    def is_of_an_action(self) -> bool:
        """Whether it tells of an action, not of the recommendation and its commitment."""
        return self.value.startswith("action")


NAMES: Final[dict[Column, tuple[str, ...]]] = {
    Column.REFERENCE: (
        *("Our reference", "Reference", "Ref", "Ref no", "Reference number", "Tracker reference"),
        *("Unique reference", "URN", "Recommendation reference", "Recommendation ref", "ID"),
    ),
    Column.INSPECTION: (
        *("Inspection", "Inspection title", "Inspection report", "Report", "Report title"),
        *("Inspection name", "Name of inspection", "Title of report", "Report name", "Source"),
        *("HMICFRS inspection", "HMICFRS report", "Publication"),
    ),
    Column.PUBLISHED: (
        *("Report published", "Inspection published", "Report date", "Date of report"),
        *("Publication date", "Published", "Date published", "Report publication date"),
    ),
    Column.NUMBER: (
        *("Recommendation number", "Recommendation no", "Rec no", "Rec number", "Rec", "No"),
        *("Number", "AFI number", "AFI no", "Rec AFI number", "Recommendation AFI number"),
    ),
    Column.KIND: (
        *("Kind of finding", "Type", "Type of finding", "Finding type", "Recommendation type"),
        *("Rec AFI", "Recommendation AFI", "Category"),
    ),
    Column.TEXT: (
        *("Recommendation", "Recommendation text", "Text of recommendation", "Finding"),
        *("Recommendation or AFI", "Recommendation wording", "Full recommendation"),
        *("Description of recommendation", "Recommendation area for improvement"),
    ),
    Column.SUB_POINT: ("Sub-point", "Subpoint", "Limb", "Part"),
    Column.ORGANISATION: (
        *("Organisation", "Responsible organisation", "Lead organisation", "Agency"),
        *("Responsible agency", "Force", "Partner"),
    ),
    Column.SUMMARY: ("Commitment", "Summary of commitment", "Promise", "What we will do"),
    Column.PROMISE: (
        *("Commitment in full", "Force response", "Response", "Chief constable response"),
        *("Chief officer response", "Response to recommendation"),
    ),
    Column.OWNER: (
        *("Owner of commitment", "Recommendation owner", "Recommendation lead", "Strategic lead"),
        *("Chief officer lead", "Executive lead", "Senior responsible owner", "SRO"),
        *("Portfolio lead", "Chief officer owner", "NPCC lead"),
    ),
    Column.ORIGINAL: (
        *("Original date", "Original date of recommendation", "Recommendation due date"),
        *("Recommendation deadline", "HMICFRS deadline", "Inspectorate date", "HMICFRS due date"),
    ),
    Column.REVISED: (
        *("Revised date of recommendation", "Recommendation revised date"),
        *("Revised recommendation date",),
    ),
    Column.REVISED_BECAUSE: ("Reason for revised date of recommendation",),
    Column.WHOSE: ("Whose date", "Date set by", "Deadline set by"),
    Column.OWN_VIEW: (
        *("Own view", "Force view", "Force status", "Recommendation status", "Self assessment"),
        *("Force assessment", "Status of recommendation", "Overall status"),
    ),
    Column.DONE_ON: (
        *("Recommendation completed on", "Recommendation completion date"),
        *("Date recommendation completed",),
    ),
    Column.INSPECTORATE: (
        *("Inspectorate status", "HMICFRS status", "Status with HMICFRS", "HMICFRS position"),
        *("Inspectorate position", "Monitoring portal status", "HMICFRS portal status"),
    ),
    Column.RATING: ("Rating of recommendation", "Recommendation RAG", "Overall RAG"),
    Column.UPDATE: (
        *(
            "Update on recommendation",
            "Recommendation update",
            "Overall update",
            "Overall progress",
        ),
    ),
    Column.UPDATED_ON: ("Date of update on recommendation", "Recommendation update date"),
    Column.ACTION_REFERENCE: (
        *("Action reference", "Action ref", "Action no", "Action number", "Action ID"),
        *("Reference of action", "Task reference"),
    ),
    Column.ACTION: (
        *("Action", "Action title", "Actions", "Action required", "Action to be taken", "Task"),
        *("Agreed action", "Improvement action", "Activity", "Action description"),
    ),
    Column.ACTION_DETAILS: ("Details of action", "Action details", "Action in full"),
    Column.ACTION_KIND: ("Kind of action", "Action type", "Type of action"),
    Column.ACTION_OWNER: (
        *("Owner of action", "Action owner", "Action lead", "Task owner", "Delivery lead"),
        *("Tactical lead", "Operational lead", "Responsible officer"),
    ),
    Column.ACTION_ORIGINAL: (
        *("Original date of action", "Action due date", "Action original date", "Action deadline"),
        *("Original action due date", "Action target date"),
    ),
    Column.ACTION_REVISED: (
        *("Revised date of action", "Action revised date", "Revised action date"),
        *("Action revised due date",),
    ),
    Column.ACTION_REVISED_BECAUSE: ("Reason for revised date of action",),
    Column.ACTION_WHOSE: ("Whose date of action",),
    Column.ACTION_STATE: ("State of action", "Action status", "Action state", "Status of action"),
    Column.ACTION_DONE_ON: (
        *("Action completed on", "Action completion date", "Date action completed"),
        *("Action completed", "Action closed on"),
    ),
    Column.ACTION_RATING: ("Rating of action", "Action RAG", "Action rating"),
    Column.ACTION_UPDATE: (
        *("Update on action", "Action update", "Action progress", "Action comments"),
    ),
    Column.ACTION_UPDATED_ON: ("Date of update on action", "Action update date"),
}

EITHER: Final[dict[tuple[Column, Column], tuple[str, ...]]] = {
    (Column.OWNER, Column.ACTION_OWNER): (
        *("Owner", "Lead", "Lead officer", "Assigned to", "Responsible person", "Responsible"),
        *("Lead owner", "Named lead", "Who"),
    ),
    (Column.ORIGINAL, Column.ACTION_ORIGINAL): (
        *("Due date", "Due", "Target date", "Deadline", "Original due date", "Due by", "By when"),
        *("Original target date", "Target completion date", "Original deadline", "Date due"),
        *("Completion due", "Target"),
    ),
    (Column.REVISED, Column.ACTION_REVISED): (
        *("Revised date", "Revised due date", "New date", "Revised target date", "New due date"),
        *("Extended to", "Revised deadline", "Revised completion date", "Current due date"),
    ),
    (Column.REVISED_BECAUSE, Column.ACTION_REVISED_BECAUSE): (
        *("Reason for revised date", "Reason for extension", "Reason for change of date"),
        *("Reason for delay", "Reason for slippage", "Reason for revision"),
    ),
    (Column.OWN_VIEW, Column.ACTION_STATE): (
        *("Status", "State", "Current status", "Progress status", "Position"),
    ),
    (Column.DONE_ON, Column.ACTION_DONE_ON): (
        *("Completed on", "Completion date", "Date completed", "Date of completion", "Completed"),
        *("Closed on", "Date closed", "Actual completion date", "Done on"),
    ),
    (Column.RATING, Column.ACTION_RATING): (
        *("RAG", "RAG status", "RAG rating", "BRAG", "Rating", "Delivery confidence"),
    ),
    (Column.UPDATE, Column.ACTION_UPDATE): (
        *("Update", "Latest update", "Progress", "Progress update", "Comments", "Notes"),
        *("Commentary", "Current position", "Progress to date", "Narrative", "Comment"),
    ),
    (Column.UPDATED_ON, Column.ACTION_UPDATED_ON): (
        *("Date of update", "Updated", "Last updated", "Update date", "Date of last update"),
        *("Last update",),
    ),
}
"""Headings that tell of actions where a tracker lists actions, and of commitments where not."""
