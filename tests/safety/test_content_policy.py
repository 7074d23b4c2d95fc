"""The policy of a page, from what its templates wrote."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from diptych.safety.content_policy import content_security_policy


def source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def directive(policy: str, name: str) -> list[str]:
    [found] = [part for part in policy.split("; ") if part.startswith(f"{name} ")]
    return found.split()[1:]


def test_inline_scripts_and_styles_are_allowed_by_their_hash_alone() -> None:
    policy = content_security_policy(
        '<style>p { color: red }</style>\n<style media="print">@page {}</style>'
        '<script>let đ = "<p>";\n</script><script type="module">import("x")</script>'
    )
    assert directive(policy, "style-src") == [
        "'self'", source("p { color: red }"), source("@page {}"),
    ]  # fmt: skip
    assert directive(policy, "script-src") == [
        "'self'", "'wasm-unsafe-eval'", source('let đ = "<p>";\n'), source('import("x")'),
    ]  # fmt: skip
    assert '"' not in policy


def test_data_and_scripts_that_are_fetched_have_no_hash() -> None:
    policy = content_security_policy(
        '<script type="application/ld+json">{}</script><script src="x.js"></script>'
    )
    assert directive(policy, "script-src") == ["'self'", "'wasm-unsafe-eval'"]


def test_nothing_else_is_allowed() -> None:
    policy = content_security_policy("")
    assert directive(policy, "default-src") == ["'none'"]
    assert directive(policy, "base-uri") == ["'none'"]
    assert directive(policy, "form-action") == ["'none'"]
    assert "unsafe-inline" not in policy
    assert "http" not in policy
