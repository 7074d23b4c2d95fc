"""A served page is filled in anew only where something has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from diptych.site import templates
from diptych.site.latest import Latest
from diptych.site.templates import prepare


def test_a_thing_is_made_again_of_something_else() -> None:
    latest, made = Latest[int](), iter(range(9))

    def at(name: str, made_of: object) -> int:
        return latest.of(name, made_of, lambda: next(made))

    assert [at("a", "x"), at("a", "x"), at("b", "x"), at("a", "y"), at("a", "x")] == [0, 0, 1, 2, 3]


class Page:
    """As much of a page as a template is given here."""

    url = "part-1/"
    locale = "vi"

    def __init__(self, said: str) -> None:
        self.said = said

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Page) and self.said == other.said

    def __hash__(self) -> int:
        return hash(self.said)


def test_a_page_is_filled_in_anew_where_something_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templates, "PageContext", Page)
    latest, counted = Latest[str](), iter(range(9))

    def filled(page: object, site: str, around: str) -> str:
        env = Environment(loader=DictLoader({"main.html": "{{ page.said }} {{ site }} {{ n() }}"}))  # noqa: S701 - `prepare` escapes
        prepare(env, tmp_path, latest, around)
        return env.get_template("main.html").render(
            {"page": page, "site": site, "n": lambda: next(counted)}
        )

    assert filled(Page("a"), "s", "lists") == "a s 0"
    assert filled(Page("a"), "s", "lists") == "a s 0"
    assert filled(Page("b"), "s", "lists") == "b s 1"
    assert filled(Page("b"), "t", "lists") == "b t 2"
    assert filled(Page("b"), "t", "other") == "b t 3"


def test_what_equals_what_was_given_before_is_the_same() -> None:
    latest = Latest[str]()
    first, equal, other = ["a"], ["a"], ["b"]
    assert latest.as_before("site", first) is first
    assert latest.as_before("site", equal) is first
    assert latest.as_before("site", equal) is first
    assert latest.as_before("another", equal) is equal
    assert latest.as_before("site", other) is other
