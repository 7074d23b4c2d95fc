"""Loads what every forked process needs: the libraries, the clean programme, the templates."""

from __future__ import annotations

import os
import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path
from types import CodeType
from typing import Any

import docx
import jinja2
import lxml.html
import mkdocs.__main__
import mkdocs.commands.build
import mkdocs.commands.serve
import mkdocs_static_i18n.plugin
import pagefind.service
import rcssmin
import rjsmin
import selectolax.lexbor
import typst
import yaml
from jinja2.ext import loopcontrols
from mkdocs.config import load_config

import diptych
import templates
from diptych.check import check
from diptych.project.settings import settings
from tests.forked import ROOT

LOADED = (
    docx, lxml.html, mkdocs.__main__, mkdocs.commands.build, mkdocs.commands.serve,
    mkdocs_static_i18n.plugin, pagefind.service, rcssmin, rjsmin,
    selectolax.lexbor, typst, yaml,
)  # fmt: skip

Compiled = dict[tuple[object, ...], CodeType]


def _key(environment: jinja2.Environment, source: str, name: str | None) -> tuple[object, ...]:
    """What a compiled template depends on."""
    ways = (environment.autoescape, environment.trim_blocks, environment.lstrip_blocks)
    return (source, name, *ways, *sorted(environment.extensions))


@cache
def _templates() -> Compiled:
    """Every template of the site, compiled as the site compiles it."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert config.theme.custom_dir
    config.theme.dirs = [config.theme.custom_dir]
    environment = config.theme.get_env()
    environment.add_extension(loopcontrols)  # as the plugin static-i18n does
    templates.on_env(environment, config, files=None)  # type: ignore[arg-type]
    made: Compiled = {}
    for name in environment.list_templates(extensions=("html", "xml")):
        path = Path(config.theme.custom_dir, name)
        source = path.read_text(encoding="utf-8")
        made[_key(environment, source, name)] = environment.compile(source, name, str(path))
    return made


def _compile_once() -> None:
    """Have a template that is compiled here not compiled again by each that is forked."""
    known, compiled = _templates(), jinja2.Environment.compile

    def compile_(self: jinja2.Environment, source: Any, name: Any = None, *given: Any) -> Any:
        here = isinstance(source, str) and known.get(_key(self, source, name))
        return here or compiled(self, source, name, *given)

    jinja2.Environment.compile = compile_  # type: ignore[assignment, method-assign]


import_module("pymdownx.superfences")
for module in pkgutil.walk_packages(diptych.__path__, "diptych."):
    if not module.name.endswith("__main__"):
        import_module(module.name)
_compile_once()
_here = os.getcwd()  # noqa: PTH109
os.chdir(ROOT / "tests/programmes/oranges")
check(settings())
os.chdir(_here)
