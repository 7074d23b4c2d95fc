"""The icons of the manifest are drawn from the favicon that is there."""

from __future__ import annotations

import pymupdf
import pytest
from scripts.icons import ASSETS, SIZES, icon


@pytest.mark.parametrize("name", SIZES)
def test_an_icon_shows_the_favicon_of_today(name: str) -> None:
    drawn, kept = (
        pymupdf.Pixmap(content)
        for content in (icon(ASSETS / "favicon.svg", *SIZES[name]), (ASSETS / name).read_bytes())
    )
    assert drawn.samples == kept.samples, "run `uv run python -m scripts.icons`"
