"""Comments of HTML, as every browser understands them."""

from __future__ import annotations

import re

from diptych.patterns import pattern_of

COMMENT = pattern_of(r"<!--(?!-?>)((?:(?!--!?>|<!--).)*)-->", re.DOTALL)
"""An expression for a comment that nothing in it ends early, and in which none other opens."""
