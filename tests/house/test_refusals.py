"""Every refusal of the house is declared, given the values its text names, and a whole sentence."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from django.utils.translation import override

import domestique
from domestique.access.errors import NotForHer
from domestique.quantities.errors import Refusal, Worded
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.vocabulary.speech import spoken

OTHERWISE_MADE = {
    NotForHer: lambda: NotForHer("Mira", Ability.SAY),
}


class HasTwoPlaces(Refusal):
    text = say("%(what)s is not for %(people)s.", people="anybody")


@cache
def modules() -> dict[str, ModuleType]:
    names = [one.name for one in pkgutil.walk_packages(domestique.__path__, "domestique.")]
    return {
        name: importlib.import_module(name)
        for name in names
        if ".migrations" not in name and not name.startswith(("domestique.site.", "domestique.__"))
    }


def declared(parent: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    """Find every refusal with a text, below those that only hold others together."""
    modules()
    for refusal in parent.__subclasses__():
        if not refusal.__module__.startswith("domestique.") or issubclass(refusal, Worded):
            continue
        if "text" in vars(refusal):
            yield refusal
        yield from declared(refusal)


def made(tree: ast.Module, module: ModuleType) -> Iterator[tuple[ast.expr, ast.Call | None]]:
    """Find where refusals are made or raised by name, in a function's own imports too."""
    known = dict(vars(module))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("domestique."):
            source = importlib.import_module(str(node.module))
            known |= {one.asname or one.name: getattr(source, one.name) for one in node.names}
    for node in ast.walk(tree):
        call = node if isinstance(node, ast.Call) else None
        name = call.func if call else node.exc if isinstance(node, ast.Raise) else None
        refusal = known.get(name.id) if isinstance(name, ast.Name) else None
        if isinstance(name, ast.Attribute) and isinstance(name.value, ast.Name):
            refusal = getattr(known.get(name.value.id), name.attr, None)
        if isinstance(refusal, type) and issubclass(refusal, Refusal):
            yield refusal, call


def test_every_refusal_is_given_what_its_text_names() -> None:
    wrong, right = [], 0
    for name, module in modules().items():
        for refusal, call in made(ast.parse(Path(str(module.__file__)).read_text()), module):
            if refusal.__init__ is not Refusal.__init__:
                continue
            given = {one.arg for one in call.keywords} if call else set()
            if (call and call.args) or given != getattr(refusal, "text", say("%()s")).places():
                wrong.append(f"{name}: {ast.unparse(call) if call else refusal.__name__}")
            right += 1
    assert wrong == []
    assert right > 200


def test_what_a_text_does_not_name_is_refused_and_what_it_names_is_asked_for() -> None:
    with pytest.raises(TypeError, match="people"):
        HasTwoPlaces(what="S01")
    with pytest.raises(TypeError, match="whom"):
        HasTwoPlaces(what="S01", people="us", whom="us")


def test_lists_are_said_in_their_order_and_nothing_as_the_text_says() -> None:
    assert str(HasTwoPlaces(what=["b", "a"], people="us")) == "b, a is not for us."
    assert str(HasTwoPlaces(what={"b", "", "a"}, people=[])) == "a, b is not for anybody."


def test_every_refusal_declares_its_text_as_one_that_can_be_found_and_translated() -> None:
    undeclared = []
    for name, module in modules().items():
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text())):
            found = vars(module).get(node.name) if isinstance(node, ast.ClassDef) else None
            if isinstance(found, type) and issubclass(found, Refusal) and "text" in vars(found):
                texts = [one.value for one in node.body if isinstance(one, ast.Assign)]
                if not all(_is_said(text) for text in texts):
                    undeclared.append(f"{name}.{node.name}")
    assert undeclared == []


def _is_said(text: ast.expr) -> bool:
    return (
        isinstance(text, ast.Call)
        and ast.unparse(text.func) == "say"
        and isinstance(text.args[0], ast.Constant)
    )


@pytest.mark.parametrize("refusal", sorted(declared(), key=lambda one: one.__qualname__))
def test_every_refusal_is_a_whole_sentence_with_all_its_values(refusal: type[Refusal]) -> None:
    values = {place: f"<{place}>" for place in refusal.text.places()}
    said = OTHERWISE_MADE[refusal]() if refusal in OTHERWISE_MADE else refusal(**values)
    with override("en"):
        text = spoken(said.sentence)
    assert text == str(said)
    assert text.endswith((".", "?", values.get("reason", ".")))
    assert not text[0].islower()
    if refusal not in OTHERWISE_MADE:
        assert all(value in text for value in values.values())


def test_a_refusal_without_a_text_holds_others_together() -> None:
    """What is raised has a text; what only names a family is never made."""
    families = {
        one
        for module in modules().values()
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Refusal) and not issubclass(one, Worded)
        if not hasattr(one, "text")
    }
    assert {one.__name__ for one in families if not one.__subclasses__()} == set()
