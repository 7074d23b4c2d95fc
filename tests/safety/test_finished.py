"""The last look at a page: whatever nobody made is found, by a browser's reading of it."""

from __future__ import annotations

import pytest
from jinja2 import Environment
from lxml import html
from markupsafe import Markup

from diptych.safety.content_policy import content_security_policy
from diptych.safety.finished import Intended, Site, first_fault
from diptych.safety.frame import frame_of, marked, unmarked

TEMPLATE = """<!doctype html>
<html lang="{{ lang }}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{ policy }}">
    <meta name="description" content="{{ title }}">
    <link rel="preload" href="{{ face }}" as="font" crossorigin>
    <title>{{ title }}</title>
    <style>p{color:red}</style>
    <script>first()</script>
  </head>
  <body>
    <header><a href="{{ home }}">{{ title }}</a></header>
    <main class="text">
      <div class="provisions">{{ text }}</div>
      <section class="row"><p lang="en">{{ cell }}</p></section>
    </main>
    <dialog id="search"><form method="dialog"><input id="query" type="search"></form></dialog>
    <template id="cite"><button type="button" data-copy="text">{{ title }}</button></template>
    <script type="module" src="{{ script }}"></script>
  </body>
</html>
"""
TEXT = '<h1 id="i">A<a class="permalink" href="#i">#</a></h1><p>One <em>two</em> 5 &lt; 6.</p>'
VALUES: dict[str, object] = {
    "lang": "en", "title": "A & B's", "face": "../assets/fonts/a.woff2", "home": "../",
    "text": Markup(TEXT),  # noqa: S704
    "cell": Markup("A <em>b</em>"), "script": "../assets/javascripts/a.js",
    "policy": content_security_policy("<style>p{color:red}</style><script>first()</script>"),
}  # fmt: skip
SITE = Site(frame_of([TEMPLATE]), ("https://example.org/editors/",))


def rendered(**values: object) -> str:
    template = Environment(autoescape=True).from_string(marked(TEMPLATE))
    return template.render(VALUES | values)


def found(page: str) -> str:
    text = Intended.of(html.fragment_fromstring(TEXT, create_parent="div"))
    fault = first_fault(page, unmarked(page), SITE, text)
    if fault is None:
        return ""
    assert fault.wording.vi.isprintable()
    return fault.wording.en


PLAIN: dict[str, dict[str, object]] = {
    "as it is": {},
    "markup in a value": {"title": '<script>x()</script><meta http-equiv="refresh">" onload="x'},
    "a comment in a value": {"title": "<!-- x -->"},
    "a link of the editors": {"home": "https://example.org/editors/x"},
    "code in a phrase": {"cell": Markup("A <code>b</code> <strong>c</strong>")},
}


@pytest.mark.parametrize("name", PLAIN)
def test_what_was_made_stays_silent(name: str) -> None:
    assert found(rendered(**PLAIN[name])) == ""


PUT = {
    "a script": "<script>x()</script>",
    "a script of the site": '<script type="module" src="../assets/javascripts/a.js"></script>',
    "a handler": '<img src="x" onerror="x()">',
    "a frame": '<iframe src="x"></iframe>',
    "an object": '<object data="x"></object>',
    "an embedded file": '<embed src="x">',
    "a drawing": "<svg><script>x()</script></svg>",
    "a formula": "<math><mtext></mtext></math>",
    "a refresh": '<meta http-equiv="refresh" content="0;url=/hit">',
    "a name": '<meta name="description" content="x">',
    "a base": '<base href="https://example.net/">',
    "a stylesheet": '<link rel="stylesheet" href="//example.net/x.css">',
    "a style": "<style>p{display:none}</style>",
    "a style attribute": '<p style="display:none">x</p>',
    "a form": '<form action="https://example.net/"></form>',
    "a dialog's form": '<form method="dialog"></form>',
    "a field": '<input type="search">',
    "a button": '<button type="button">x</button>',
    "a link": '<a href="../">x</a>',
    "a link that runs": '<a href="javascript:x()">x</a>',
    "a link that runs, hidden": '<a href="java&#10;script:x()">x</a>',
    "a picture of another host": '<img src="//example.net/x.png">',
    "other pictures": '<img src="x.png" srcset="//example.net/x.png 2x">',
    "a comment": "<!-- x -->",
    "a template": "<template><p>x</p></template>",
    "what runs no script": '<noscript><p title="</noscript><img src=x>">',
    "plain text to the end": "<plaintext>",
    "a title": "<title>x</title>",
    "an id that is there": '<p id="i">x</p>',
    "a paragraph": "<p>x</p>",
    "a heading": "<h2>x</h2>",
    "a custom element": "<x-y></x-y>",
    "a control character": "\x0b",
}
PLACES = ("</head>", "</header>", "</main>", "</dialog>", "</button>", "</body>", "</p></section>")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", PUT)
def test_what_nobody_made_is_found_wherever_it_stands(name: str, place: str) -> None:
    page = rendered().replace(place, PUT[name] + place, 1)
    assert found(page), page


CHANGED = {
    "no policy": ('http-equiv="Content-Security-Policy"', 'name="description"'),
    "a weaker policy": ("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
    "a policy too late": (
        '<meta \x01 charset="utf-8">',
        '<meta \x01 charset="utf-8"><meta \x01 name="description" content="x">',
    ),
    "another script": ("first()", "second()"),
    "another style": ("p{color:red}", "p{display:none}"),
    "a script of another host": ("../assets/javascripts/a.js", "https://example.net/assets/javascripts/"),
    "a script of the text's": ("../assets/javascripts/a.js", "../part-1/a.js"),
    "a typeface of another host": ("../assets/fonts/a.woff2", "https://example.net/a.woff2"),
    "a handler on the page": ("<body \x01", '<body \x01 onload="x()"'),
    "a link out of the frame": ('href="../"', 'href="https://example.net/"'),
    "a word of the text": ("One ", "Two "),
    "an element of the text": ("<em>two</em>", "<strong>two</strong>"),
    "a text that ends early": ("<p>One ", "<p>One <p>"),
    "a mark that is missing": ("<header \x01", "<header"),
    "what a template writes otherwise": ('method="dialog"', 'method="post"'),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED)
def test_what_is_not_as_it_was_made_is_found(name: str) -> None:
    page = rendered()
    old, new = CHANGED[name]
    assert page.count(old) >= 1
    assert found(page.replace(old, new, 1))


def test_the_place_is_told() -> None:
    page = rendered().replace("5 &lt; 6.", 'five <svg id="x"></svg>', 1)
    assert (
        found(page)
        == "the page contains something that no template or text produces: <svg> (near #x)"
    )
    page = rendered().replace("<em>two</em>", '<em onclick="x()">two</em>', 1)
    assert "<em onclick=" in found(page)
    assert "“two”" in found(page)


def test_served_pages_have_no_policy() -> None:
    page = rendered().replace('http-equiv="Content-Security-Policy"', 'name="description"', 1)
    served = Site(SITE.frame, policed=False)
    assert first_fault(page, unmarked(page), served) is None
