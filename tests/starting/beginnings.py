"""Documents that projects of the tests begin with."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from diptych.starting.kinds import kinds, languages_of
from diptych.starting.machinery import machinery_files
from diptych.starting.particulars import Beginning, Particulars
from diptych.starting.texts import project_texts

SAID = {
    "vi": Particulars(
        "Nâng cao chất lượng phục vụ người dân", "Ủy ban nhân dân An Thủy", "An Thủy"
    ),
    "en": Particulars(
        "Improving Services to Residents", "People's Committee of An Thuy", "An Thuy"
    ),
    "fr": Particulars("Améliorer les services", "Comité populaire d'An Thuy", "An Thuy"),
    "ko": Particulars("주민 서비스 개선", "안투이 인민위원회", "안투이"),
    "lo": Particulars("ປັບປຸງການບໍລິການ", "ຄະນະກຳມະການ ອານທຸຍ", "ອານທຸຍ"),
    "ja": Particulars("住民サービスの向上", "アントゥイ人民委員会", "アントゥイ"),
    "zh": Particulars("改善居民服务", "安水人民委员会", "安水"),
    "ru": Particulars("Улучшение услуг", "Народный комитет Антхюи", "Антхюи"),
}
PAIRS = [("vi", "en"), ("en", "vi")]
EVERY = [(kind, pair) for kind in kinds() for pair in PAIRS]
IDS = [f"{kind} {'-'.join(pair)}" for kind, pair in EVERY]


def beginning(
    kind: str, pair: tuple[str, str] = ("vi", "en"), *, stated: bool = True, document: str = ""
) -> Beginning:
    """A document of a kind in two languages, with or without number, place and date."""
    first, second = (SAID[tag] for tag in pair)
    if stated:
        day = datetime.date(2031, 2, 3)
        number = kinds()[kind].number
        return Beginning(kind, pair, (first, second), number, day, document=document)
    bare = tuple(Particulars(said.name, said.issuer) for said in (first, second))
    return Beginning(kind, pair, (bare[0], bare[1]), document=document)


def texts_in(folder: Path, begun: Beginning) -> Path:
    """The project of `begun` in `folder`, but for the library and what makes the site."""
    for path, text in project_texts(begun, machinery_files()).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def written(folder: Path, files: Mapping[PurePosixPath, bytes]) -> Path:
    """`files` in `folder`."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


__all__ = ["EVERY", "IDS", "PAIRS", "SAID", "beginning", "languages_of", "texts_in", "written"]
