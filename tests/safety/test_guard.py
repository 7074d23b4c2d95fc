"""What a text may name for itself in its page: nothing that styles and scripts look for."""

from __future__ import annotations

import pytest
from lxml import html

from diptych.safety.guard import make_harmless, strip_unseen


@pytest.mark.parametrize(
    ("rendered", "kept"),
    [
        ('<div id="search" class="hidden highlight"><pre>a</pre></div>',
         '<div class="highlight"><pre>a</pre></div>'),
        ('<pre class="hidden">a</pre>', "<pre>a</pre>"),
        ('<span class="footnote-ref s2" id="fnref">a</span>',
         '<span class="footnote-ref">a</span>'),
        ('<h2 id="of-the-text">a</h2>', '<h2 id="of-the-text">a</h2>'),
        ('<sup id="fnref2:a b"><a class="footnote-ref" href="#fn:a">1</a></sup>',
         '<sup id="fnref2:a b"><a class="footnote-ref" href="#fn:a">1</a></sup>'),
        ("<p>a<!-- b --><?c d?></p>", "<p>a</p>"),
    ],
)  # fmt: skip
def test_names_that_markdown_does_not_give_are_taken_out(rendered: str, kept: str) -> None:
    for strip in (strip_unseen, make_harmless):
        root = html.fragment_fromstring(rendered, create_parent=True)
        strip(root)
        assert html.tostring(root, encoding="unicode") == f"<div>{kept}</div>"
