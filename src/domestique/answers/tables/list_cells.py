"""A row of a list. Hundreds of cells on a page, so they are written here and not by a template."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from domestique.answers.tables.list_rows import Cell, Link, ListRow

register = template.Library()


@register.simple_tag
def list_row(row: ListRow, *, is_changeable: bool) -> SafeString:
    """Show a row: a box to choose it by where it may be changed, its name, its cells, the way to its form."""
    key, edit = escape(row.key), escape(gettext("Edit"))
    cells = "".join(map(_cell, row.cells))
    return mark_safe(  # noqa: S308 - all of it is escaped
        f"<tr>{_tick(row, key) if is_changeable else ''}"
        f'<th scope="row" class="nowrap"><a href="{escape(row.url)}">{key}</a></th>{cells}'
        f'<td class="change"><a href="{escape(row.edit_url)}" aria-label="{edit} {key}">{edit}</a></td></tr>'
    )


def _tick(row: ListRow, key: str) -> str:
    ticked = " checked" if row.is_ticked else ""
    return (
        f'<td class="tick"><input type="checkbox" name="row" value="{escape(str(row.id))}"'
        f' aria-label="{escape(gettext("Choose"))} {key}"{ticked}></td>'
    )


def _cell(cell: Cell) -> str:
    look = f' class="{cell.look}"' if cell.look else ""
    links = ", ".join(map(_link, cell.links))
    return f'<td data-is="{escape(cell.column)}"{look}>{links}{escape(cell.text)}</td>'


def _link(link: Link) -> str:
    id_ = escape(link.id)
    name = f'{escape(link.name)} <span class="dim">{id_}</span>' if link.name else id_
    return f'<a href="{escape(link.url)}">{name}</a>'
