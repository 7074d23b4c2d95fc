from __future__ import annotations

import pytest

from diptych.site.rendering.page_blocks import parsed, serialised
from diptych.site.rendering.typesetting import typeset


@pytest.mark.parametrize(
    ("written", "set_as"),
    [
        ("kinh tế - xã hội", "kinh tế~- xã hội"),
        ("2022 - 2026", "2022~- 2026"),
        ("Resolution No. 5 of 10 August 2022", "Resolution No.~5 of 10~August 2022"),
        ("số 12", "số~12"),
        ("Đông Nam Á", "Đông Nam Á"),
        ("theo 15-CT/TW.", 'theo <span class="symbol">15-CT/TW</span>.'),
        (
            "số 21/NQ-CP và 55/2022/QH15",
            'số~<span class="symbol">21/NQ-CP</span> và <span class="symbol">55/2022/QH15</span>',
        ),
        ("ngày 10/8/2022", "ngày 10/8/2022"),
        ("<em>a</em> theo 30-CTr/TU b", '<em>a</em> theo <span class="symbol">30-CTr/TU</span> b'),
        ("<code>15-CT/TW</code>", "<code>15-CT/TW</code>"),
    ],
)
def test_typeset(written: str, set_as: str) -> None:
    root = parsed(f"<p>{written}</p>")
    before = root.text_content()
    typeset(root)
    assert serialised(root) == f"<p>{set_as}</p>".replace("~", "\u00a0")
    assert root.text_content().replace("\u00a0", " ") == before
