"""Draw the icons of the web app manifest from overrides/assets/favicon.svg.

    uv run python -m scripts.icons

A maskable icon fills its square, for systems cut it to their own shape: what is drawn stays within
the circle that all of them leave. Run this when favicon.svg changes, and commit what it draws.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import typst

from diptych.publication.palette import LIGHT

ASSETS = Path(__file__).parent.parent / "overrides/assets"
SIZES = {"icon-192.png": (192, 1.0), "icon-512.png": (512, 1.0), "icon-maskable.png": (512, 0.8)}
"""By file, its width and height in pixels, and how much of them the drawing takes."""


def icon(favicon: Path, size: int, share: float) -> bytes:
    """The drawing `favicon` as a PNG."""
    fill = "none" if share == 1 else f'rgb("{LIGHT["sea"]}")'
    page = (
        f"#set page(width: {size}pt, height: {size}pt, margin: 0pt, fill: {fill})\n"
        f'#align(center + horizon, image("favicon.svg", width: {share * 100}%))\n'
    )
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "favicon.svg").write_bytes(favicon.read_bytes())
        (Path(folder) / "icon.typ").write_text(page, encoding="utf-8")
        drawn = typst.compile(
            Path(folder) / "icon.typ", format="png", ppi=72, ignore_system_fonts=True
        )
    return drawn if isinstance(drawn, bytes) else bytes(drawn[0])


def main() -> None:
    """Draw each icon anew."""
    for name, (size, share) in SIZES.items():
        (ASSETS / name).write_bytes(icon(ASSETS / "favicon.svg", size, share))


if __name__ == "__main__":
    main()
