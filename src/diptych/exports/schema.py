"""The JSON Schema of the JSON file: what the two have to agree on, and where it is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

VERSION = "1.0"
"""Of the shape of the file. The first number grows when something that was there is removed,
renamed or means something else; the second when something is added."""

_KEPT = Path(__file__).with_name("schema.json")


def schema_file(called: str) -> str:
    """The name of the schema of the project's files that are `called` so.

    It stands beside the file that it describes, on the site as in a folder.
    """
    return f"{called}.schema.json"


def schema(address: str = "") -> dict[str, Any]:
    """The schema, named by its absolute `address` where that is known."""
    kept: dict[str, Any] = json.loads(_KEPT.read_text(encoding="utf-8"))
    dialect = kept.pop("$schema")
    kept["properties"]["schemaVersion"]["const"] = VERSION
    return {"$schema": dialect, **({"$id": address} if address else {}), **kept}
