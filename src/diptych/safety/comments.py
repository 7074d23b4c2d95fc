"""Comments of HTML, as every browser understands them."""

from __future__ import annotations

import re

COMMENT = re.compile(r"<!--(?!-?>)((?:(?!--!?>|<!--).)*)-->", re.DOTALL)
"""A comment in which nothing ends it early, or opens another."""
