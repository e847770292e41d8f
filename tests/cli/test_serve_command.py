"""``domestique serve`` refuses a port where somebody else answers."""

from __future__ import annotations

import socket

import pytest

from asking import ask
from domestique.cli.serving import is_free


@pytest.mark.django_db
def test_a_taken_port_is_refused_with_what_to_do():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        result = ask("serve", "--port", str(port))
        assert (result.exit_code, is_free(port)) == (1, False)
        assert "choose another with --port" in result.stderr
    assert is_free(port)
