"""The finished site against what the build made: every file, letter for letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from diptych.errors import Problem
from diptych.wording import Wording

_STRANGE = Wording(
    vi="tệp này không do phép dựng trang tạo ra; hãy bỏ tệp đã mang nó vào, trong docs/ "
    "hoặc overrides/",
    en="nothing of the build made this file; remove what brought it, in docs/ or overrides/",
)
_OTHER = Wording(
    vi="tệp này không còn như khi phép dựng trang tạo ra; hãy bỏ tệp cùng đường dẫn trong docs/, "
    "hoặc phần bổ trợ đã sửa nó",
    en="this file is not as the build made it; remove the file of that path in docs/, "
    "or the plugin that changed it",
)
_MISSING = Wording(
    vi="phép dựng trang đã tạo ra tệp này, nhưng tệp không có trong trang",
    en="the build made this file, and it is not in the site",
)


def fingerprint(content: bytes) -> str:
    """A hash of `content`, which no other content has."""
    return sha256(content).hexdigest()


def differences(made: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each file that is only `found`, only `made`, or not found as it was made.

    Both are fingerprints by path (see `fingerprint`).
    """
    for path in sorted({*made, *found}):
        if path not in made:
            yield Problem(path, _STRANGE)
        elif path not in found:
            yield Problem(path, _MISSING)
        elif made[path] != found[path]:
            yield Problem(path, _OTHER)
