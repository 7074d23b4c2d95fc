"""The names of the months in each language."""

from __future__ import annotations

MONTHS = {
    "vi": (
        ("giêng", "một"), ("hai",), ("ba",), ("tư",), ("năm",), ("sáu",), ("bảy",), ("tám",),
        ("chín",), ("mười",), ("mười một",), ("chạp", "mười hai"),
    ),
    "en": (
        ("January",), ("February",), ("March",), ("April",), ("May",), ("June",), ("July",),
        ("August",), ("September",), ("October",), ("November",), ("December",),
    ),
}  # fmt: skip
"""By language, the names of each month, January first; the Vietnamese ones follow `tháng`."""
