"""Passages in another language, told without grammar."""

from __future__ import annotations

import pytest

from diptych.language.passages import tongues

LEFT = [
    ("fr", "en", "Le jardin est beau. The garden is open all day for the public."),
    ("en", "fr", "The garden is nice. Le jardin est ouvert tous les jours pour les enfants."),
    ("de", "en", "You can leave your bicycle at the wall of the garden."),
    ("ru", "en", "Ворота: leave your bicycle at the old wall."),
    ("vi", "en", "Hãy để xe ở đây, then leave the garden by the other gate."),
    ("en", "vi", "Please leave: khách để xe đạp cạnh bức tường của nhà bếp."),
    ("en", "ru", "Please note: закрывайте за собой ворота вечером."),
    ("en", "ja", "Note that 生地は焼く前に一時間ほど寝かせておく必要があります。"),
    ("pt", "es", "El jardín está abierto todos los días para los niños."),
]
STAYS = [
    ("fr", "en", "Le jardin de la Royal Horticultural Society of London est ouvert."),
    ("de", "en", "Wir waren in der Hand des Gartens so warm, so an was will man da."),
    ("vi", "en", "Đại học Texas at Austin và Bank of America là các đối tác của chúng tôi."),
    ("ru", "en", "Используйте Visual Studio Code и Docker Compose on Windows."),
    ("en", "vi", "Nguyễn Văn Đạt and Trần Thị Bưởi met in Đắk Lắk."),
    ("en", "ja", "The languages are 日本語 and 中文."),
    ("es", "en", "El libro Getting Started with Trees de la autora es bueno."),
]


@pytest.mark.parametrize(("own", "other", "text"), LEFT)
def test_a_passage_is_seen(own: str, other: str, text: str) -> None:
    told_by = tongues(own, other)
    assert told_by is not None
    assert told_by.start_of_passage(text) is not None


@pytest.mark.parametrize(("own", "other", "text"), STAYS)
def test_names_and_words_alike_are_no_passage(own: str, other: str, text: str) -> None:
    told_by = tongues(own, other)
    assert told_by is None or told_by.start_of_passage(text) is None


def test_a_language_is_not_looked_for_in_itself() -> None:
    assert tongues("en", "en-GB") is None
    assert tongues("pt-BR", "pt") is None
    both = tongues("ja", "zh")
    assert both is not None
    assert not both.tells_apart
