"""Comments of HTML, as every browser understands them."""

from __future__ import annotations

import re

COMMENT = re.compile(r"<!--(?!-?>)((?:(?!--!?>|<!--).)*)-->", re.DOTALL)
"""An expression for a comment that nothing in it ends early, and in which none other opens."""
