"""What readers are told of what became of a passage."""

from __future__ import annotations

from diptych.changes.passage_changes import ChangeKind
from diptych.wording import Wording

TOLD = {
    ChangeKind.ADDED: Wording(vi="thêm", en="added"),
    ChangeKind.REMOVED: Wording(vi="bỏ", en="removed"),
    ChangeKind.CHANGED: Wording(vi="sửa", en="changed"),
    ChangeKind.MOVED: Wording(vi="chuyển chỗ", en="moved"),
}
"""In a word or two, by what became of the passage."""
