"""Where a page is found and who may open it, said at its view; put together, in their order, at start."""

from collections import Counter
from collections.abc import Callable, Iterable
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, TypeVar

from django.urls import URLPattern, path

from domestique.access.permits import Permit, permit
from domestique.web import addressed  # noqa: F401 - names the kinds of record an address may name, before one does

Shown = TypeVar("Shown", bound=Callable[..., Any])


class NameTakenTwice(Exception):  # noqa: N818 - named as what is wrong
    """Two addresses under one name."""


def at(address: str, name: str, needs: Permit) -> Callable[[Shown], Shown]:
    """Give a view its address, the name it is linked by, and what it needs of who opens it."""

    def mark(view: Shown) -> Shown:
        """Note the route at the view, where the addresses are collected from."""
        vars(view)["routes"] = (path(address, view, name=name),)
        return permit(needs)(view)

    return mark


def routes_in(package: ModuleType) -> list[URLPattern]:
    """Return the routes of every module of a package whose name ends in ``_page``, each once.

    Raises ``NameTakenTwice`` where two routes go by one name, for a link could lead to either.
    """
    every = {
        id(route): route
        for module in walk_packages(package.__path__, f"{package.__name__}.")
        if module.name.endswith("_page")
        for view in vars(import_module(module.name)).values()
        for route in routes_of(view)
    }
    return named_once(every.values())


def named_once(routes: Iterable[URLPattern]) -> list[URLPattern]:
    """Return routes as they are; raises ``NameTakenTwice`` where two of them go by one name."""
    every = list(routes)
    twice = [name for name, count in Counter(one.name for one in every).items() if count > 1]
    if twice:
        message = f"two addresses go by the name {', '.join(map(str, twice))}; give each its own"
        raise NameTakenTwice(message)
    return every


def routes_of(view: object) -> tuple[URLPattern, ...]:
    """Return where a view, or the views of a page, are found."""
    routes = getattr(view, "routes", ())
    return routes if isinstance(routes, tuple) else ()


def specific_first(routes: Iterable[URLPattern]) -> list[URLPattern]:
    """Order routes so that none takes another's address: a word before a name, and what goes on before what ends."""
    return sorted(
        routes, key=lambda route: [_place(part) for part in str(route.pattern).split("/")]
    )


def _place(part: str) -> tuple[int, str]:
    return (2 if not part else 1 if "<" in part else 0), part
