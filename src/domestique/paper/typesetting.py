"""Set a document: plain values and a template in, a PDF out.

A PDF is the same to the last byte for the same values: its date is the day of the data, its fonts
ship with the product, and the machine's own fonts are not looked at. It is tagged for screen
readers (PDF/UA-1) and made for keeping (PDF/A-2a).
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import typst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from domestique.quantities.person_id import with_names

HOUSE = Path(__file__).parents[1]
STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
FONTS = "fontpkg_inter"


def typeset(template: str, content: Mapping[str, object], day: date) -> bytes:
    """Set a template with its content (texts, numbers, lists, mappings) and return the PDF.

    A text with a sign that no font of ours has cannot be PDF/UA; the document is then made without.
    """
    values = {
        "author": _("Domestique"),
        **content,
        "language": get_language() or "en",
        "date": [day.year, day.month, day.day],
    }
    compiler = typst.Compiler(
        str(_place_of(template)),
        root=str(HOUSE),
        font_paths=_fonts(),
        sys_inputs={"content": json.dumps(with_names(values), ensure_ascii=False)},
    )
    made = int(datetime.combine(day, time(), UTC).timestamp())
    try:
        pdf = compiler.compile(format="pdf", pdf_standards=[*STANDARDS], timestamp=made)
    except typst.TypstError:
        pdf = compiler.compile(format="pdf", timestamp=made)
    assert isinstance(pdf, bytes)  # noqa: S101 - one document is asked for
    return pdf


@cache
def _place_of(template: str) -> Path:
    """Return where a template lies: in the folder of its answer, or beside this file if several share it."""
    folders = (HOUSE / "paper" / "templates", *HOUSE.glob("answers/*/templates"))
    return next(folder / template for folder in folders if (folder / template).is_file())


@cache
def _fonts() -> typst.Fonts:
    """Return Inter where its package is there, and the fonts inside typst."""
    package = find_spec(FONTS)
    folders = (
        [str(Path(folder) / "files") for folder in (package.submodule_search_locations or ())]
        if package
        else []
    )
    return typst.Fonts(include_system_fonts=False, font_paths=folders)
