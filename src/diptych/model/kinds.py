"""What messages call the kinds of provision."""

from __future__ import annotations

from diptych.model import Kind, Provision
from diptych.wording import Wording

KIND_NAMES = {
    Kind.PARAGRAPH: Wording(vi="đoạn văn", en="paragraph"),
    Kind.DASH: Wording(vi="gạch đầu dòng", en="dash"),
    Kind.ITEM: Wording(vi="đoạn đánh số", en="numbered paragraph"),
    Kind.CONTINUATION: Wording(vi="đoạn tiếp theo", en="continuation paragraph"),
    Kind.QUOTE: Wording(vi="đoạn trích", en="quotation"),
    Kind.ROW: Wording(vi="hàng của bảng", en="table row"),
    Kind.CODE: Wording(vi="khối mã", en="block of code"),
    Kind.HTML: Wording(vi="khối HTML", en="block of HTML"),
}

_PLUS = Wording(vi="dấu cộng", en="plus")


def kind_name(provision: Provision) -> Wording:
    """What messages call the kind of a provision."""
    return _PLUS if provision.sign else KIND_NAMES[provision.kind]
