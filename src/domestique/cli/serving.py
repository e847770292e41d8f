"""``domestique serve``: the pages, on this computer only; ``domestique forget``: what every server remembers."""

import socket
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import KEEPER_ONLY, permit
from domestique.access.viewers import present_viewer
from domestique.cli.refusing import tell_refusal
from domestique.records.memory.freshness import order_to_forget
from domestique.records.memory.stored import forget_stored

ADDRESS = "127.0.0.1"
WORKERS, THREADS = 2, 4


@permit(KEEPER_ONLY)
def serve(
    port: Annotated[int, typer.Option(help="The port on 127.0.0.1.", min=1, max=65535)] = 8000,
) -> None:
    """Serve the pages on this computer; end it with Ctrl+C."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    if not is_free(port):
        tell_refusal(
            _(
                "Something else already answers on port %(port)s; choose another with --port, for example %(other)s."
            )
            % {"port": port, "other": port + 1 if port < 65535 else port - 1}
        )
    typer.echo(
        _("Domestique is at http://%(address)s:%(port)s - end it with Ctrl+C.")
        % {"address": ADDRESS, "port": port}
    )
    Granian(
        "domestique.site.wsgi:application",
        address=ADDRESS,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
    ).serve()


def is_free(port: int) -> bool:
    """Whether nobody answers on a port: the server itself would share it without a word."""
    with socket.socket() as caller:
        return caller.connect_ex((ADDRESS, port)) != 0


@permit(KEEPER_ONLY)
def forget() -> None:
    """Let every running server forget what it remembers, after the database was changed by hand."""
    order_to_forget(present_viewer().person)
    forget_stored()
    typer.echo(_("Every server reckons anew from the next page on."))
