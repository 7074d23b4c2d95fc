"""Whether a site can be served at an address."""

from __future__ import annotations

import os
import socket

from diptych.language.locales import users_language
from diptych.site.build import NotBuilt
from diptych.wording import Wording

_TAKEN = Wording(
    vi="Không dùng được địa chỉ {} ({}); hãy tắt chương trình đang dùng nó hoặc chọn địa chỉ khác: "
    "mkdocs serve --dev-addr 127.0.0.1:8001",
    en="The address {} cannot be used ({}); end what uses it, or choose another one: "
    "mkdocs serve --dev-addr 127.0.0.1:8001",
)


def need_address(host: str, port: int) -> None:
    """Raise `NotBuilt` where nothing can be served at `port` of `host`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as tried:
            if os.name == "posix":  # as the server does
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise NotBuilt(_TAKEN[users_language()].format(f"{host}:{port}", reason)) from error
