"""What a sign of identity is: a place in a text, what it looks like, and a sentence about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SignKind(StrEnum):
    """What a passage looks like."""

    EMAIL = "email"
    TELEPHONE = "telephone"
    POSTCODE = "postcode"
    ADDRESS = "address"
    BIRTH = "birth"
    NATIONAL_INSURANCE = "national_insurance"
    NHS_NUMBER = "nhs_number"
    URN = "urn"
    CRIME_REFERENCE = "crime_reference"
    VEHICLE = "vehicle"
    SOCIAL_MEDIA = "social_media"
    CARD = "card"
    BANK = "bank"
    IP_ADDRESS = "ip_address"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Sign:
    """A passage that may say who somebody is: where it stands, and no word of it."""

    kind: SignKind
    start: int
    """The place of its first character in the text as it was given."""
    end: int
    """The place after its last character."""

    @property
    def sentence(self) -> str:
        """What to tell the person who decides."""
        return _SENTENCES[self.kind]


_SENTENCES = {
    SignKind.EMAIL: "This looks like an e-mail address",
    SignKind.TELEPHONE: "This looks like a telephone number",
    SignKind.POSTCODE: "This looks like a postcode",
    SignKind.ADDRESS: "This looks like part of an address",
    SignKind.BIRTH: "This looks like a date of birth",
    SignKind.NATIONAL_INSURANCE: "This looks like a National Insurance number",
    SignKind.NHS_NUMBER: "This looks like an NHS number",
    SignKind.URN: "This looks like a unique reference number (URN)",
    SignKind.CRIME_REFERENCE: "This looks like a crime or incident reference",
    SignKind.VEHICLE: "This looks like a vehicle registration",
    SignKind.SOCIAL_MEDIA: "This looks like a social media account",
    SignKind.CARD: "This looks like the number of a payment card or a device",
    SignKind.BANK: "This looks like a bank account",
    SignKind.IP_ADDRESS: "This looks like the internet address of a device",
    SignKind.NAME: "This may be the name of a person, or of a place that says who they are",
}
