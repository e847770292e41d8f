"""What a database's driver gives as its reason stands inside our sentence."""

from __future__ import annotations

from domestique.cli.refusing import reason_of


def test_question_of_the_driver_is_left_out():
    told = """connection to server at "db.example", port 5432 failed: Connection refused
\tIs the server running on that host and accepting TCP/IP connections?"""
    assert reason_of(OSError(told)) == (
        'connection to server at "db.example", port 5432 failed: Connection refused'
    )


def test_end_mark_is_left_to_our_sentence_and_silence_names_the_error():
    assert reason_of(OSError("file is not a database.")) == "file is not a database"
    assert reason_of(OSError()) == "OSError"
