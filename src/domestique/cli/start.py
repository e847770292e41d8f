"""Start: choose the database, set Django up, run the command."""

import argparse
import gc
import os
import sys

import django
from django.conf import settings
from django.utils.module_loading import import_string

SETTINGS = "domestique.site.settings"


def main(arguments: list[str] | None = None) -> None:
    """Run the ``domestique`` command. ``--db`` and ``--as`` may stand anywhere among the arguments."""
    reader = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    reader.add_argument("--db")
    reader.add_argument("--as", dest="person")
    known, rest = reader.parse_known_args(sys.argv[1:] if arguments is None else arguments)
    if known.db:
        os.environ["DOMESTIQUE_DATABASE"] = known.db
    if known.person:
        os.environ["DOMESTIQUE_AS"] = known.person
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    # What starting makes stays until the end: looking for garbage in it takes a tenth of a small command's time.
    gc.disable()
    django.setup()
    gc.freeze()
    gc.enable()
    import_string(settings.ROOT_COMMANDS)(args=rest)
