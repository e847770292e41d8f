"""The twelve cells of a promise. Six hundred on a page, so they are written here and not by a template."""

from functools import cache
from urllib.parse import quote

from django import template
from django.utils import formats
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from domestique.answers.promises.grid_rows import GridRow, MonthCell
from domestique.vocabulary import speech

register = template.Library()
BIT = (
    '<svg class="bit" width="100%" height="3" aria-hidden="true" focusable="false">'
    '<rect class="track" width="100%" height="3" rx="1.5"/>'
    '<rect class="fill" width="{}%" height="3" rx="1.5"/></svg>'
)


@register.simple_tag
def promise_cells(row: GridRow) -> SafeString:
    """Show a promise month by month: state as shape and word, the share of the allowance used, a way in."""
    place = f"{quote(row.customer)}/{quote(row.service)}"
    word = cache(lambda chip: speech.spoken(chip.text))
    return format_html_join(
        "",
        '<td class="cell {}"><a href="{}/{}/" data-month="{}"><span class="word">{}</span>{}</a></td>',
        (
            (_classes(cell), place, cell.month, _letter(cell), word(cell.chip), _used(cell))
            for cell in row.cells
        ),
    )


def _classes(cell: MonthCell) -> str:
    loose = "" if cell.is_promised else " loose"
    return cell.chip.state + loose + (" newest" if cell.is_newest else "")


def _letter(cell: MonthCell) -> str:
    """Return the first letter of the month, which stands in the cell where there are no columns."""
    return formats.date_format(cell.month.first_day, "M")[:1]


def _used(cell: MonthCell) -> SafeString | str:
    if not cell.used:
        return ""
    bit = format_html(BIT, cell.used_percent) if cell.used_percent else ""
    return format_html(' <span class="used">{}&nbsp;%</span>{}', speech.number(cell.used, 0), bit)
