"""What commands that write a PDF share: where to, about whom, and what can go wrong."""

from pathlib import Path
from typing import Annotated, NoReturn, TypeAlias

import typer
from django.utils.translation import gettext as _

from domestique.cli.refusing import tell_refusal

Target: TypeAlias = Annotated[Path, typer.Argument(help="The PDF to write.")]
Whom: TypeAlias = Annotated[str, typer.Option(help="The customer's id, for example C04.")]


def refuse_customer(customer: str) -> NoReturn:
    """Say that there is no such customer for whoever asks, and end with an error."""
    tell_refusal(
        _("There is no customer %(customer)s that you may see; domestique customers lists them.")
        % {"customer": customer}
    )


def refuse_unwritable(path: Path, error: OSError) -> NoReturn:
    """Say what cannot be written, and why."""
    tell_refusal(
        _("%(path)s cannot be written: %(reason)s.")
        % {"path": path, "reason": error.strerror or error}
    )


def write_file(path: Path, content: bytes) -> None:
    """Write the file and say where it is; one that cannot be written is refused with the reason."""
    try:
        path.write_bytes(content)
    except OSError as error:
        refuse_unwritable(path, error)
    typer.echo(_("Written to %(path)s") % {"path": path})
