"""What people call the states of a translation."""

from __future__ import annotations

from diptych.freshness.state import State
from diptych.wording import Wording

TOLD = {
    State.REVIEWED: Wording(vi="đã rà soát", en="reviewed"),
    State.UNREVIEWED: Wording(vi="chưa rà soát", en="not reviewed"),
    State.OUTDATED: Wording(vi="bản gốc đã đổi", en="original changed since"),
    State.UNCONFIRMED: Wording(vi="chưa xác nhận", en="not confirmed"),
}
