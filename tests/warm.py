"""Loads what every forked process needs, and checks the clean programme once."""

from __future__ import annotations

import os

import docx
import lxml.html
import mkdocs.__main__
import mkdocs.commands.build
import mkdocs.commands.serve
import mkdocs_static_i18n.plugin
import typst
import yaml

import diptych.site.files
from diptych.check import check
from diptych.project.settings import settings
from tests.forked import ROOT

LOADED = (
    docx, lxml.html, mkdocs.__main__, mkdocs.commands.build, mkdocs.commands.serve,
    mkdocs_static_i18n.plugin, typst, yaml, diptych.site.files,
)  # fmt: skip

_here = os.getcwd()  # noqa: PTH109
os.chdir(ROOT / "tests/programmes/oranges")
check(settings())
os.chdir(_here)
