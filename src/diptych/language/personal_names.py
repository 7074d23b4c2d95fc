"""Personal names of Vietnamese people, which every language writes with their diacritics."""

from __future__ import annotations

_LISTED = """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Đinh Lâm Trịnh
    Mai Tô Tạ Hà Cao Thái Lương La Quách Châu Vương Triệu Chu Kiều Phùng Tăng Lưu Doãn Nghiêm Thân
    Văn Ninh Mạc Vi Bạch Giang Khổng Từ Hứa Trương Nông Lò Quàng Điêu Sầm Giàng Tống Tôn Âu Lục
    Kim Thạch Sơn Danh
"""
_SURNAMES = frozenset(_LISTED.split())
_FEWEST, _MOST = 2, 5
"""How many words a name has."""


def is_personal_name(text: str) -> bool:
    """Whether `text` is nothing but the name of a person: “Lê Văn Cường”."""
    words = text.split()
    if not _FEWEST <= len(words) <= _MOST or words[0] not in _SURNAMES:
        return False
    return all(word.isalpha() and word.istitle() for word in words)
