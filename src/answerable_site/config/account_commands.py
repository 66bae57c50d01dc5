"""`answerable reset-second-factor` and `set-password`: accounts, where no page can help.

Whoever runs the server can do this, so each leaves an entry that says where it was done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from answerable_site.config.site_commands import SiteCommands

if TYPE_CHECKING:
    from answerable_site.people.models import User

Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The address that signs in.")]


@dataclass(frozen=True, slots=True)
class AccountCommands(SiteCommands):
    """The commands, each with its own help."""

    ask_password: Callable[[str], str]

    def plug_into(self, app: typer.Typer) -> None:
        """Add them to the product's command line."""
        for command in (self.reset_second_factor, self.set_password):
            app.command(epilog=_EXAMPLES[command.__name__])(command)

    def reset_second_factor(
        self,
        email: Email,
        reason: Annotated[str, typer.Option(help="Why; it stays in the record of acts.")],
    ) -> None:
        """Take a second factor away where no two administrators can, and tell its owner."""
        user = self._account(email)
        if not reason.strip():
            self.refuse("Say why with --reason: it stays in the record of acts.")
        from django.conf import settings
        from django.utils import timezone

        from answerable_site.people import operations, tasks
        from answerable_site.people.rules import PRODUCT

        try:
            operations.reset_second_factor_at_console(
                by=PRODUCT, at=timezone.now(), user=user, reason=reason
            )
        except operations.NothingToReset as problem:
            self.refuse(str(problem))
        tasks.tell_of_reset_at_console.enqueue(user.pk)
        told = "is told by e-mail" if settings.EMAIL_IS_SET_UP else "is not told: no e-mail is sent"
        typer.echo(f"The second factor of {user.full_name} was reset. The person {told}.")

    def set_password(self, email: Email) -> None:
        """Give somebody a password that they must change when they sign in."""
        user = self._account(email)
        from django.core.exceptions import ValidationError
        from django.utils import timezone

        from answerable_site.people import operations
        from answerable_site.people.rules import PRODUCT

        try:
            operations.set_password_at_console(
                by=PRODUCT,
                at=timezone.now(),
                user=user,
                password=self.ask_password(user.full_name),
            )
        except ValidationError as problem:
            self.refuse(" ".join(problem.messages))
        typer.echo(f"{user.full_name} signs in with it, and must then choose another.")

    def _account(self, email: str) -> User:
        self.start()
        from answerable_site.people import queries

        user = queries.account_of(email)
        if user is None:
            self.refuse(f"There is no account in use under {email}.")
        return user


_EXAMPLES = {
    "reset_second_factor": (
        "Example:\n\n  answerable reset-second-factor a@example.org "
        "--reason 'Both administrators lost their telephones; known by voice'"
    ),
    "set_password": "Example:\n\n  answerable set-password a@example.org",
}
