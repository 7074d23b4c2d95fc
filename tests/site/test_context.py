"""What templates are given is what they ask for, field by field."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, UndefinedError

from diptych.site.context import PageContext, SiteContext
from diptych.site.templates import prepare
from tests.conftest import ROOT

TEMPLATES = [path for path in (ROOT / "overrides").rglob("*") if path.suffix in (".html", ".xml")]
WRITTEN = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
CODE = [
    re.sub(r"'[^']*'|\"[^\"]*\"", "", code)  # without what it quotes
    for code in re.findall(r"\{[{%].*?[%}]\}", WRITTEN, re.DOTALL)
]


@pytest.mark.parametrize(("name", "given"), [("page", PageContext), ("site", SiteContext)])
def test_templates_ask_for_every_field_and_for_no_other(name: str, given: type) -> None:
    asked = {field for code in CODE for field in re.findall(rf"\b{name}\.(\w+)", code)}
    assert asked == {field.name for field in fields(given)}


@pytest.mark.parametrize("given", [PageContext, SiteContext])
def test_each_field_is_documented_or_has_a_type_that_is(given: type) -> None:
    code = (ROOT / "src/diptych/site/context/__init__.py").read_text(encoding="utf-8")
    [body] = re.findall(
        rf"^class {given.__name__}:\n(.*?)(?=\n\n\n|\Z)", code, re.MULTILINE | re.DOTALL
    )
    told = re.findall(r'^    (\w+): (.+)\n(    """)?', body, re.MULTILINE)
    assert [field for field, *_ in told] == [field.name for field in fields(given)]
    silent = {field for field, _, said in told if not said}
    assert silent <= {"title", "picture", "files", "edit", "languages"}


def test_a_field_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    env = Environment(
        loader=DictLoader({"a": "{{ page.titel }}", "b": "{{ pgae }}", "c": "{{ page.url }}"}),
        autoescape=False,  # noqa: S701 - what is tested sets it
    )
    prepare(env, tmp_path)
    page = type("Page", (), {"url": "<a>"})
    for name in ("a", "b"):
        with pytest.raises(UndefinedError):
            env.get_template(name).render(page=page)
    assert env.get_template("c").render(page=page) == "&lt;a&gt;"
