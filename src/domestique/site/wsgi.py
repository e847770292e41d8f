"""The entry for a web server."""

import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

YOUNG_OBJECTS = 20_000


def tidy_up_rarely() -> None:
    """Leave what a starting server made out of every later tidying up, and tidy up less often.

    A page makes tens of thousands of small values at once; walking over all of Django every few
    hundred of them takes a tenth of the answer.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS, 10, 10)


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "domestique.site.settings")
application = get_wsgi_application()
import_module("domestique.records.door").insist_on_guards()
tidy_up_rarely()
