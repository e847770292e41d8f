"""The closed lists of words that records of this room take, and its rules go by."""

from domestique.quantities.choice import Choice


class LoadSource(Choice):
    """Where a load was asked for."""

    COMMAND_LINE = "command line"
    PAGE = "page"
    PROGRAM = "program"
