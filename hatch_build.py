"""The wheel carries what `diptych new` puts into a project beside the library.

An editable installation does not: it stands in a checkout, which has it.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_STARTING = "src/diptych/starting"


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the folders and files that machinery.toml lists."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: D102 - hatchling's
        if version == "editable":
            return
        root = Path(self.root)
        listed = tomllib.loads((root / _STARTING / "machinery.toml").read_text(encoding="utf-8"))
        for path in (*listed["folders"], *listed["files"]):
            build_data["force_include"][str(root / path)] = f"diptych/starting/machinery/{path}"
