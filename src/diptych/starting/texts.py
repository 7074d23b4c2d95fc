"""The texts, lists, settings and papers of a new project, from the templates in texts/.

What a person said reaches a file through the encoder of what the file is: in Markdown it is text
and nothing else, in TOML and YAML a string with its quotation marks. No template can forget it.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import jinja2

from diptych.importing.markdown import written
from diptych.importing.received import TextPiece
from diptych.language.locales import locale
from diptych.language.months import MONTHS
from diptych.language.tags import bare
from diptych.model import Side
from diptych.patterns import pattern_of
from diptych.starting.kinds import TEXTS, Kind, kinds, languages_of, pages_of
from diptych.starting.particulars import Beginning, Particulars

_SETTINGS, _SITE = PurePosixPath("pyproject.toml"), PurePosixPath("mkdocs.yml")
_LOCK = PurePosixPath("uv.lock")
_INSTALLED = pattern_of(r"^default-groups = .*$", re.MULTILINE)
"""What is installed without being asked for: the site alone, no tools of the library's tests."""
_README = pattern_of(r"^readme = .*\n", re.MULTILINE)
_SITE_NAME = pattern_of(r"^site_name: .*$", re.MULTILINE)
_TOP_LEVEL = pattern_of(r"^\w", re.MULTILINE)
_ARTICLE = pattern_of(r"^the (?=\w)", re.IGNORECASE)
_TEXT_OF_ANOTHER = "en"
"""The language of the example's texts where they are not written in the one asked for."""
_SITES = {"vi": "Văn bản của {}", "en": "Documents of {}"}
"""By language, what a site with several documents of a body is called."""
_DUTIES = "guide/duties.md"
"""The page of a document that says who does what."""


class _Written(str):
    """A text as the file holds it, which no encoder may touch again."""

    __slots__ = ()


def project_texts(
    beginning: Beginning, machinery: Mapping[PurePosixPath, bytes]
) -> Mapping[PurePosixPath, str]:
    """All files of a project that are its own, by their paths in it.

    Its settings, locked packages and mkdocs.yml are those of `machinery`, with what is said of the
    texts and of tests replaced.
    """
    files = {**document_texts(beginning), **_site_pages(beginning)}
    said = _of_project(beginning)
    folder = TEXTS / "project"
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder).as_posix()
        files[PurePosixPath(name)] = _filled(file, said)
    settings, languages = (
        _filled(TEXTS / name, said) for name in ("settings.toml", "languages.yml")
    )
    settings += document_settings(beginning)
    files[_SETTINGS] = _with_settings(machinery[_SETTINGS].decode(), settings)
    files[_LOCK] = _for_the_site(machinery[_LOCK].decode())
    files[_SITE] = _with_languages(machinery[_SITE].decode(), languages)
    return files


def document_texts(beginning: Beginning) -> dict[PurePosixPath, str]:
    """The pages and the record of a document, by their paths in a project."""
    files: dict[PurePosixPath, str] = {}
    kind = kinds()[beginning.kind]
    for side in Side:
        language = _language_of_texts(beginning, side)
        templates = pages_of(beginning.kind, language)
        if kind.duties:
            templates[_DUTIES] = TEXTS / f"duties/{language}.md"
        below = PurePosixPath("docs", beginning.locales[side], beginning.document)
        files |= _pages(beginning, side, below, templates)
    record = TEXTS / "confirmed.txt"
    files[PurePosixPath(_record(beginning))] = _filled(record, {})
    return files


def document_settings(beginning: Beginning) -> str:
    """What the settings say of a document on a site of several; empty for one alone."""
    if not beginning.document:
        return ""
    return _filled(TEXTS / "document.toml", _of_project(beginning))


def _record(beginning: Beginning) -> str:
    return f"confirmed/{beginning.document}.txt" if beginning.document else "confirmed.txt"


def _site_pages(beginning: Beginning) -> dict[PurePosixPath, str]:
    """The editors' pages about the whole site."""
    files: dict[PurePosixPath, str] = {}
    for side in Side:
        language = _language_of_texts(beginning, side)
        templates: dict[str, Path] = {}
        for folder in ("site", *(["several"] if beginning.document else [])):
            above = TEXTS / folder / language
            templates |= {p.relative_to(above).as_posix(): p for p in sorted(above.rglob("*.md"))}
        below = PurePosixPath("docs", beginning.locales[side])
        files |= _pages(beginning, side, below, templates)
    return files


def _pages(
    beginning: Beginning, side: Side, below: PurePosixPath, templates: Mapping[str, Path]
) -> dict[PurePosixPath, str]:
    language = _language_of_texts(beginning, side)
    said = _of_side(beginning, side, language)
    return {below / path: _filled(template, said, language) for path, template in templates.items()}


def without_example(beginning: Beginning) -> tuple[str, ...]:
    """The languages in which the example is not written: it stands there in English."""
    known = languages_of(beginning.kind)
    return tuple(tag for tag in beginning.locales if bare(tag) not in known)


def _language_of_texts(beginning: Beginning, side: Side) -> str:
    """The language of the example on a side: its own, if the kind is written in it."""
    language = bare(beginning.locales[side])
    return language if language in languages_of(beginning.kind) else _TEXT_OF_ANOTHER


def _of_side(beginning: Beginning, side: Side, language: str) -> dict[str, Any]:
    """What a template of a page may ask for."""
    said: Particulars = beginning.said[side]
    kind: Kind = kinds()[beginning.kind]
    return {
        "called": kind.called[language],
        "duties": kind.duties,
        "several": bool(beginning.document),
        "name": said.name,
        "issuer": _without_article(said.issuer),
        "place": said.place,
        "number": beginning.number,
        "date": _day(beginning.date, language),
        "original": locale(beginning.locales[Side.ORIGINAL]).called[language],
        "translation": locale(beginning.locales[Side.TRANSLATION]).called[language],
        "is_original": side is Side.ORIGINAL,
    }


def _of_project(beginning: Beginning) -> dict[str, Any]:
    """What a template of a file of the project may ask for."""
    kind = kinds()[beginning.kind]
    sides = [
        {
            "tag": tag,
            "own_name": locale(tag).name,
            "called": kind.called.get(bare(tag), kind.called[_TEXT_OF_ANOTHER]),
            "name": said.name,
            "issuer": _without_article(said.issuer),
            "publisher": _in_a_sentence(said.issuer, tag),
            "site_name": _site_name(said, tag) if beginning.document else said.name,
        }
        for tag, said in zip(beginning.locales, beginning.said, strict=True)
    ]
    by_language = {bare(side["tag"]): side for side in sides}
    return {
        "kind": beginning.kind,
        "document": beginning.document,
        "duties": kind.duties,
        "record": _record(beginning),
        "public_body": beginning.public_body,
        "sides": sides,
        "readers": {language: by_language.get(language, sides[0]) for language in ("vi", "en")},
        "languages": {
            spoken: [locale(tag).called[spoken] for tag in beginning.locales]
            for spoken in ("vi", "en")
        },
    }


def _without_article(issuer: str) -> str:
    """A body's name as templates put it after an English article of their own."""
    return _ARTICLE.sub("", issuer)


def _in_a_sentence(issuer: str, tag: str) -> str:
    """A body's name as it stands within a sentence, in English with its article."""
    return f"the {_without_article(issuer)}" if bare(tag) == "en" else issuer


def _site_name(said: Particulars, tag: str) -> str:
    """What a site with several documents of a body is called."""
    form = _SITES.get(bare(tag), "{}")
    return form.format(_in_a_sentence(said.issuer, tag))


def _day(day: datetime.date | None, language: str) -> str:
    """A day as documents write it, or nothing."""
    if day is None:
        return ""
    if language == "vi":  # a nought before days of one figure, and before January and February
        month = f"{day.month:02}" if day.month <= 2 else str(day.month)
        return f"ngày {day.day:02} tháng {month} năm {day.year}"
    return f"{day.day} {MONTHS[language][day.month - 1][0]} {day.year}"


def _filled(template: Path, said: Mapping[str, Any], language: str = "") -> str:
    encode = _ENCODERS.get(template.suffix, str)
    return (
        _environment(encode, language)
        .from_string(template.read_text(encoding="utf-8"))
        .render(said, yaml=_quoted)
    )


@cache
def _environment(encode: Callable[[str], str], language: str) -> jinja2.Environment:
    def encoded(value: object) -> object:
        return (
            encode(value) if isinstance(value, str) and not isinstance(value, _Written) else value
        )

    made = jinja2.Environment(  # noqa: S701 - no HTML; what is filled in passes `encode`
        loader=jinja2.FileSystemLoader(TEXTS / "shared" / language),
        finalize=encoded,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["capitalised"] = lambda text: text[:1].upper() + text[1:]
    made.filters["bare"] = _Written
    return made


def _quoted(text: str) -> _Written:
    """`text` as a string of TOML and of YAML: both take JSON's for text without control signs."""
    return _Written(json.dumps(text, ensure_ascii=False))


def _markdown(text: str) -> _Written:
    return _Written(written((TextPiece(text),), inside=True))


_ENCODERS: Mapping[str, Callable[[str], str]] = {
    ".md": _markdown,
    ".toml": _quoted,
    ".yml": _quoted,
}


def _with_settings(machinery: str, settings: str) -> str:
    """The library's pyproject.toml with the project's settings in place of all from
    `[tool.diptych]` on, which is about another text and about the library's tests.
    """
    package = machinery.partition("[tool.diptych]\n")[0]
    return _for_the_site(_README.sub("", package)) + settings


def _for_the_site(text: str) -> str:
    return _INSTALLED.sub('default-groups = ["site"]', text)


def _with_languages(machinery: str, own: str) -> str:
    """The machinery's mkdocs.yml with the names and the languages of the project's `own`."""
    name, _, languages = own.partition("\n")
    before, _, after = machinery.partition("    languages:\n")
    rest = _TOP_LEVEL.search(after)
    before = _SITE_NAME.sub(lambda _: name, before, count=1)
    return f"{before}    languages:\n{languages}\n{after[rest.start() if rest else 0 :]}"
