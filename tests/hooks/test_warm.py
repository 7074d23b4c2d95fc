"""What every forked process finds done already, it does not do again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2

from tests.attacks.roads import BUILD, build_in
from tests.forked import forked


def test_a_forked_build_compiles_no_template(small: Path) -> None:
    ended = forked(_compiled, str(small), bounds=BUILD)
    assert not ended.fault, ended.detail
    assert [name for name in ended.value if name.endswith(".html")] == []


def _compiled(folder: str) -> list[str]:
    """The templates that a build in `folder` compiles itself."""
    names: list[str] = []
    generate = jinja2.Environment._generate

    def noted(self: jinja2.Environment, source: Any, name: Any, *given: Any, **named: Any) -> Any:
        names.append(name)
        return generate(self, source, name, *given, **named)

    jinja2.Environment._generate = noted  # type: ignore[method-assign]
    assert build_in(folder) == 0
    return names
