"""The kinds of meaning that a few words turn round."""

from __future__ import annotations

from enum import StrEnum

from diptych.wording import Wording


class Weight(StrEnum):
    """A kind of meaning that a few words turn round."""

    NEGATION = "negation"
    OBLIGATION = "obligation"
    QUANTITY = "quantity"
    TIME = "time"
    DIRECTION = "direction"
    CONNECTIVE = "connective"
    FIGURE = "figure"
    NAME = "name"
    ORDER = "order"
    LEFT_OUT = "left out"
    ADDED = "added"


CALLED = {
    Weight.NEGATION: Wording(vi="phủ định", en="negation"),
    Weight.OBLIGATION: Wording(vi="mức độ bắt buộc", en="obligation"),
    Weight.QUANTITY: Wording(vi="lượng hoặc so sánh", en="quantity or comparison"),
    Weight.TIME: Wording(vi="thời gian", en="time"),
    Weight.DIRECTION: Wording(vi="trái nghĩa", en="opposite"),
    Weight.CONNECTIVE: Wording(vi="từ nối", en="connective"),
    Weight.FIGURE: Wording(vi="con số", en="figure"),
    Weight.NAME: Wording(vi="tên riêng", en="name"),
    Weight.ORDER: Wording(vi="đổi chỗ", en="exchanged"),
    Weight.LEFT_OUT: Wording(vi="bị bỏ", en="left out"),
    Weight.ADDED: Wording(vi="thêm vào", en="added"),
}
"""What messages call each kind."""

NOT = "not"
"""The sense of every word that denies."""
NOTHING = ""
"""The sense of words that look like words of weight and are none: "hàng không" (aviation)."""
