"""What is said of a file that may not be published, and what to do with it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from diptych.project.pictures import KINDS, LARGEST
from diptych.safety.file_names import LONGEST
from diptych.wording import Wording

STRAY, NAME, PICTURE = "X105", "X106", "X107"
"""The rules that tell of refused files."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What to say of a refused file: a message and its help."""

    message: Wording
    help: Wording


REMOVE = Wording(
    vi="Bỏ đi, hoặc chuyển ra ngoài thư mục này.", en="Remove it, or move it elsewhere."
)
RENAME = Wording(
    vi=f"Đổi tên: chữ cái, chữ số 0–9 và dấu gạch nối, dài nhất {LONGEST} ký tự; ví dụ part-1.md.",
    en=f"Rename it: letters, the digits 0 to 9 and hyphens, {LONGEST} characters at the most, "
    "for example part-1.md.",
)
A_LINK = Saying(
    Wording(vi="đây là liên kết của hệ thống tệp (symlink)", en="this is a symbolic link"),
    Wording(
        vi="Đặt chính tệp hoặc thư mục đó vào chỗ liên kết, hoặc bỏ liên kết.",
        en="Put the file or folder itself in its place, or remove it.",
    ),
)
A_DEVICE = Saying(
    Wording(
        vi="đây không phải tệp thường mà là thiết bị, ống dẫn hoặc socket",
        en="this is not a file but a device, a pipe or a socket",
    ),
    REMOVE,
)
_A_FOLDER = Saying(
    Wording(vi="thư mục này mang tên của một trang", en="this folder has the name of a page"),
    Wording(vi="Bỏ “.md” khỏi tên thư mục.", en="Take “.md” off the folder's name."),
)
HIDDEN = Saying(
    Wording(
        vi="tệp hoặc thư mục ẩn (tên bắt đầu bằng dấu chấm) không được đăng",
        en="hidden files and folders (whose names begin with a dot) are not published",
    ),
    REMOVE,
)
_NO_OTHER_FILES = Wording(
    vi="ở đây chỉ được có trang (.md) và ảnh, không có loại tệp này",
    en="only pages (.md) and pictures may be here, not files of this kind",
)
_SUFFIX = Saying(
    Wording(vi="đuôi tên của trang phải là “.md”", en="the name of a page ends in “.md”"),
    Wording(
        vi="Đổi đuôi tệp thành “.md”, chữ thường, hoặc bỏ tệp này.",
        en="End the name in “.md”, in lower case, or remove the file.",
    ),
)
_DRAWING = Saying(
    _NO_OTHER_FILES,
    Wording(
        vi=f"Tệp SVG có thể chứa mã chạy được; hãy lưu ảnh dạng {', '.join(KINDS)}.",
        en=f"An SVG may contain code that runs; save the picture as one of {', '.join(KINDS)}.",
    ),
)
_SHOWN = 3
"""How many files of a folder are named."""
NO_TEXT = Wording(
    vi="tên tệp không phải là chữ (không ở dạng mã UTF-8) nên không đọc được; hãy đổi tên",
    en="the file's name is not valid text (not UTF-8), so it cannot be read; rename it",
)
_MARKDOWN = {"md", "markdown", "mdown", "mkdn", "mkd", "mdwn", "mdtxt", "mdtext", "mdx", "rmd"}
TAKEN = Saying(
    Wording(
        vi="trang web đã dùng địa chỉ mang tên này cho phần tự tạo",
        en="the site itself uses the address that this name would have",
    ),
    Wording(vi="Chọn tên khác.", en="Choose another name."),
)
NO_PAGE_HERE = Saying(
    Wording(vi="cạnh ảnh này không có trang nào", en="there is no page beside this picture"),
    Wording(
        vi="Đặt ảnh vào thư mục của trang dùng ảnh đó.",
        en="Put it in the folder of the page that shows it.",
    ),
)
TOO_LARGE = Saying(
    Wording(
        vi=f"ảnh quá lớn (trên {LARGEST // 1_000_000} MB)",
        en=f"the picture is too large (over {LARGEST // 1_000_000} MB)",
    ),
    Wording(vi="Lưu ảnh nhỏ hơn.", en="Save a smaller version."),
)


def more(left: int) -> Wording:
    """The message that `left` more refusals are not told one by one."""
    return Wording(
        vi=f"còn {left} tệp hoặc thư mục nữa không được đăng",
        en=f"{left} more files or folders here may not be published",
    )


def folder(path: str, locales: Sequence[str], held: Sequence[str]) -> Saying:
    """What to say of a folder at `path` that may hold no pages but has `held` these files."""
    name = path.rpartition("/")[2]
    if name.startswith("."):
        said = HIDDEN
    elif "/" in path:
        said = _A_FOLDER
    else:
        said = _third_folder(locales)
    if not held:
        return said
    shown = ", ".join(held[:_SHOWN])
    left = len(held[_SHOWN:])
    return Saying(
        Wording(
            vi=f"{said.message.vi}; trong đó có {shown}" + (f" và {left} tệp nữa" if left else ""),
            en=f"{said.message.en}; it holds {shown}" + (f" and {left} more" if left else ""),
        ),
        said.help,
    )


def _third_folder(locales: Sequence[str]) -> Saying:
    folders = ", ".join(f"{tag}/" for tag in locales)
    return Saying(
        Wording(
            vi=f"thư mục này không phải thư mục của ngôn ngữ nào ({folders})",
            en=f"this folder belongs to neither language ({folders})",
        ),
        Wording(
            vi="Chuyển các trang vào thư mục của ngôn ngữ, hoặc bỏ thư mục này.",
            en="Move its pages into a language's folder, or remove it.",
        ),
    )


def beside_the_languages(locales: Sequence[str], name: str) -> Saying:
    """What to say of a file that stands in no language's folder."""
    folders = ", ".join(f"{tag}/" for tag in locales)
    if not name.endswith(".md"):
        return Saying(_NO_OTHER_FILES, REMOVE)
    return Saying(
        Wording(
            vi=f"trang này nằm ngoài thư mục của các ngôn ngữ ({folders})",
            en=f"this page is outside the languages' folders ({folders})",
        ),
        Wording(
            vi="Chuyển trang vào thư mục của ngôn ngữ, hoặc bỏ trang.",
            en="Move it into a language's folder, or remove it.",
        ),
    )


def suffix(found: str, listed: Collection[str]) -> Saying:
    """What to say of a file in a language's folder whose suffix, `found`, is not published."""
    kind = found.lower()
    if kind in _MARKDOWN:
        return _SUFFIX
    if kind in ("svg", "svgz"):
        return _DRAWING
    if kind not in KINDS:
        return Saying(_NO_OTHER_FILES, REMOVE)
    kinds = ", ".join(f'"{one}"' for one in (*listed, kind))
    if found != kind:
        return Saying(
            Wording(
                vi="đuôi tên của ảnh phải là chữ thường",
                en="the name of a picture ends in lower case",
            ),
            Wording(vi=f"Đổi đuôi tệp thành “.{kind}”.", en=f"End it in “.{kind}”."),
        )
    return Saying(
        Wording(
            vi=f"dự án không đăng ảnh dạng .{kind}",
            en=f"this project publishes no pictures of the kind .{kind}",
        ),
        Wording(
            vi=f"Ghi pictures = [{kinds}] trong [tool.diptych] của pyproject.toml, hoặc bỏ ảnh.",
            en=f"Write pictures = [{kinds}] in [tool.diptych] of pyproject.toml, or remove it.",
        ),
    )


def other_kind(suffix: str) -> Saying:
    """What to say of a picture whose first bytes are of another kind than its `suffix`."""
    return Saying(
        Wording(
            vi=f"tệp này không phải ảnh .{suffix} như tên nói",
            en=f"this is not a picture of the kind .{suffix}, whatever its name says",
        ),
        Wording(
            vi="Lưu lại ảnh đúng dạng, hoặc bỏ tệp này.",
            en="Save the picture in that form, or remove the file.",
        ),
    )


def alike(other: str) -> Saying:
    """What to say of a name that some systems take for that of `other`, in the same folder."""
    return Saying(
        Wording(
            vi=f"tên chỉ khác {other} ở chữ hoa hay cách ghi dấu, có hệ thống coi là một",
            en=f"the name differs from {other} only in capitals or in how accents are "
            "encoded; some systems take the two for one",
        ),
        Wording(vi="Đổi tên một trong hai.", en="Rename one of the two."),
    )


def one_address(other: str) -> Saying:
    """What to say of a page whose address is that of the page `other`."""
    return Saying(
        Wording(
            vi=f"trang này và {other} có cùng một địa chỉ",
            en=f"this page and {other} have the same address",
        ),
        Wording(vi="Chỉ giữ một trong hai, hoặc đổi tên.", en="Keep one of the two, or rename it."),
    )
