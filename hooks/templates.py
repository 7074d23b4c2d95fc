"""Compile each template once, and without the blanks that only its writer needs.

static-i18n makes a new environment for every language.
"""

from __future__ import annotations

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files


class _InMemory(BytecodeCache):
    """Compiled templates of this process, by name and text."""

    def __init__(self) -> None:
        self.compiled: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self.compiled.get((bucket.key, bucket.checksum))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.compiled[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_CACHE = _InMemory()


@event_priority(100)  # before any template is loaded
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    env.trim_blocks = env.lstrip_blocks = True
    env.bytecode_cache = _CACHE
