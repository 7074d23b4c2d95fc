"""What is shown beside the text: footnotes in place, and what is offered at a provision's sign."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PHONE, after_timers, arrived, at_rest, held_up, settled, until
from tests.conftest import SITE_URL

SECTION = "part-3/section-3/"


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.fixture
def clipboard(context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])


@pytest.mark.usefixtures("clipboard")
def test_a_citation_is_copied_in_both_forms(page: Page, address: str) -> None:
    page.goto(address + SECTION)
    page.locator("#iii-3-2").hover()
    page.locator("#iii-3-2 .permalink").click()
    box = page.get_by_role("dialog", name="Trích dẫn đoạn này")
    box.get_by_role("button", name="Sao chép trích dẫn", exact=True).click()
    expect(box.get_by_role("status")).to_have_text("Đã sao chép")
    assert "Phần III, mục 3, gạch đầu dòng thứ hai. http" in copied(page)
    assert copied(page).endswith("/part-3/section-3/#iii-3-2")
    box.get_by_role("button", name="Sao chép trích dẫn tiếng Anh").click()
    until(page, "navigator.clipboard.readText().then(t => t.includes('second indent'))")
    assert "Part III, Section 3, second indent (unofficial translation)" in copied(page)
    assert copied(page).endswith("/en/part-3/section-3/#iii-3-2")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()


@pytest.mark.usefixtures("clipboard")
def test_the_text_is_copied_with_its_citation_and_without_marks(page: Page, address: str) -> None:
    page.goto(f"{address}en/{SECTION}")
    page.locator("#iii-3-1 .permalink").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Copy text").click()
    expect(page.get_by_role("status").last).to_have_text("Copied")
    text, _, citation = copied(page).partition("\n\n")
    assert text.startswith(
        "“Continue to thoroughly grasp and implement the directives and resolutions"
    )
    assert "resolutions of the Politburo" in text
    assert text.endswith("the localities of Khanh Hoa Province.”")
    assert "Part III, Section 3, first indent" in citation


@pytest.mark.usefixtures("clipboard")
def test_in_the_bilingual_view_either_text_is_copied(page: Page, address: str) -> None:
    page.goto(f"{address}en/both/{SECTION}")
    page.locator("#iii-3-fn-2").hover()
    page.locator("#iii-3-fn-2 .permalink").click()
    buttons = page.get_by_role("button", name="Copy text")
    buttons.first.click()
    until(page, "navigator.clipboard.readText().then(t => t.includes('Action Programme No.'))")
    buttons.last.click()
    until(
        page, "navigator.clipboard.readText().then(t => t.includes('Chương trình hành động số 30'))"
    )
    assert "Phần III, mục 3, chú thích 2" in copied(page)


@pytest.mark.parametrize("path", ["en/part-3/section-2/", "en/both/whole/"])
def test_the_citation_box_is_reached_and_left_by_keyboard(
    page: Page, address: str, path: str
) -> None:
    page.goto(address + path)
    sign = page.locator("#iii-2-3 .permalink").first
    sign.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copy citation")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy text").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(sign).to_be_focused()


@pytest.mark.usefixtures("clipboard")
def test_the_whole_cites_the_page_of_the_provision(page: Page, address: str) -> None:
    page.goto(f"{address}en/whole/")
    page.locator("#iii-2-3").hover()
    page.locator("#iii-2-3 .permalink").click()
    page.get_by_role("button", name="Copy citation", exact=True).click()
    until(page, "navigator.clipboard.readText().then(t => t.includes('third indent'))")
    assert copied(page).endswith("/en/part-3/section-2/#iii-2-3")
    page.get_by_role("button", name="Copy Vietnamese citation").click()
    until(page, "navigator.clipboard.readText().then(t => t.includes('thứ ba'))")
    assert copied(page).endswith("/khanh-hoa/part-3/section-2/#iii-2-3")


def test_on_an_editors_page_the_sign_is_a_link_alone(page: Page, address: str) -> None:
    page.goto(f"{address}en/site/about/")
    heading = page.locator("h2").first
    heading.hover()
    heading.locator(".permalink").click()
    arrived(page, f"{address}en/site/about/#{heading.get_attribute('id')}")


@pytest.mark.parametrize("top", [200, 420, 640])
def test_a_long_note_never_covers_its_mark(page: Page, address: str, top: int) -> None:
    page.goto(f"{address}en/{SECTION}")
    mark = page.locator("a.footnote-ref").first
    mark.evaluate(f"e => scrollBy(0, e.getBoundingClientRect().top - {top})")
    mark.evaluate(
        "() => new Promise((on) => requestAnimationFrame(() => requestAnimationFrame(on)))"
    )
    mark.hover()
    tooltip = page.get_by_role("tooltip")
    expect(tooltip).to_be_visible()
    box, of = tooltip.bounding_box(), mark.bounding_box()
    assert box
    assert of
    assert box["y"] >= of["y"] + of["height"] / 2 or box["y"] + box["height"] <= of["y"] + 12
    assert tooltip.locator("a").count() == 0


def test_a_dash_is_copied_without_what_stands_below_it(page: Page, address: str) -> None:
    page.goto(f"{address}en/part-3/section-2/")
    page.locator("#iii-2-1").hover(position={"x": 40, "y": 10})
    page.locator("#iii-2-1 > p > .permalink, #iii-2-1 > .permalink").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    text = page.evaluate(
        """async () => {
             const copied = new Promise((resolve) =>
               Object.defineProperty(navigator, "clipboard", {
                 value: { writeText: async (wanted) => resolve(wanted) },
               }));
             document.querySelector(".cite [data-copy=text]").click();
             return copied;
           }"""
    )
    assert "Continue to maintain" in text
    assert "At the same time" not in text


def test_a_footnote_is_read_in_place_by_mouse_and_keyboard(page: Page, address: str) -> None:
    page.goto(address + SECTION)
    tooltip = page.get_by_role("tooltip")
    mark = page.locator("a.footnote-ref").nth(1)
    at_rest(mark).hover()
    expect(tooltip).to_contain_text("Chương trình hành động số 30-CTr/TU")
    expect(mark).to_have_attribute("aria-describedby", "aside")
    tooltip.hover()  # the pointer may go into it
    after_timers(page, 400)
    expect(tooltip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tooltip).to_be_hidden()
    mark.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(tooltip).to_be_visible()
    page.keyboard.press("Enter")
    arrived(page, f"{address}{SECTION}#iii-3-fn-2")


@pytest.mark.parametrize(
    ("language", "opening"), [("vi", "Nghị quyết số 34"), ("en", "Resolution No. 34")]
)
def test_in_the_bilingual_view_a_note_speaks_the_language_of_its_mark(
    page: Page, address: str, language: str, opening: str
) -> None:
    page.goto(f"{address}both/{SECTION}")
    at_rest(page.locator(f"#iii-3-1 > [lang={language}] a.footnote-ref").first).hover()
    expect(page.get_by_role("tooltip")).to_contain_text(opening)
    assert page.get_by_role("tooltip").locator("p").count() == 1


def test_nothing_of_it_is_loaded_before_it_is_asked_for(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.goto(address + SECTION)
    after_timers(page, 500)
    scripts = [url.rpartition("/")[2] for url in asked if url.endswith(".js")]
    assert scripts == ["site.js", "kept.js"]


def test_a_term_is_explained_where_it_first_stands_in_a_provision(page: Page, address: str) -> None:
    page.goto(f"{address}en/part-4/")
    term = page.locator("#iv-1 .term", has_text="Provincial Party Committee").first
    at_rest(term).hover()
    tooltip = page.get_by_role("tooltip")
    expect(tooltip).to_contain_text("Tỉnh ủy")
    expect(tooltip).to_contain_text("The leading body of the Party in a province")
    expect(tooltip.locator("[lang=vi]")).to_have_text("Tỉnh ủy")
    term.click()
    arrived(page, f"{address}en/guide/glossary/#tinh-uy")
    expect(page.locator("#tinh-uy")).to_be_in_viewport()


def test_an_explanation_that_comes_when_the_pointer_has_gone_is_not_shown(
    page: Page, address: str
) -> None:
    late = held_up(page, "**/terms.json")
    page.goto(f"{address}en/part-4/")
    term = page.locator("#iv-1 .term", has_text="Provincial Party Committee").first
    at_rest(term).hover()
    until(page, lambda: late)
    page.locator("h1").first.hover()
    with page.expect_response("**/terms.json"):
        late.pop().continue_()
    page.unroute("**/terms.json")
    page.evaluate("fetch('../guide/glossary/terms.json')")  # after which the page has had its own
    expect(page.get_by_role("tooltip")).to_be_hidden()
    at_rest(term).hover()
    expect(page.get_by_role("tooltip")).to_contain_text("Tỉnh ủy")


@pytest.mark.parametrize("profile", [{"viewport": PHONE, "has_touch": True}], indirect=True)
@pytest.mark.parametrize("lost", ["**/terms.json", "**/asides.js"])
def test_a_tap_follows_a_term_that_cannot_be_explained(
    context: BrowserContext, address: str, lost: str
) -> None:
    page = context.new_page()  # whose complaints are expected
    page.route(lost, lambda route: route.abort())
    page.goto(f"{address}en/part-4/")
    settled(page)
    at_rest(page.locator("#iv-1 .term", has_text="Provincial Party Committee").first).tap()
    arrived(page, f"{address}en/guide/glossary/#tinh-uy")


@pytest.mark.parametrize("profile", [{"viewport": PHONE, "has_touch": True}], indirect=True)
def test_a_tap_explains_a_term_and_a_second_follows_it(page: Page, address: str) -> None:
    page.goto(f"{address}both/part-3/section-6/")
    term = page.locator("#iii-6-1 > [lang=vi] .term", has_text="quán triệt").first
    at_rest(term).tap()
    expect(page.get_by_role("tooltip")).to_contain_text("thoroughly grasp")
    page.locator("h1").first.tap()
    expect(page.get_by_role("tooltip")).to_be_hidden()
    at_rest(term).tap()
    expect(page.get_by_role("tooltip")).to_be_visible()
    term.tap()
    arrived(page, f"{address}guide/glossary/#quan-triet")


@pytest.mark.parametrize("profile", [{"viewport": PHONE, "has_touch": True}], indirect=True)
def test_a_report_bears_the_citation_of_the_provision_and_its_address(
    page: Page, address: str
) -> None:
    page.goto(f"{address}en/both/{SECTION}")
    for name, place in (("iii-3-1", "first"), ("iii-3-2", "second")):
        page.locator(f"#{name} .permalink").tap()
        expect(page.get_by_role("dialog")).to_be_visible()
        report = page.get_by_role("link", name="Report a problem with this passage")
        report.scroll_into_view_if_needed()
        expect(report).to_be_in_viewport()
        filled = parse_qs(urlsplit(report.get_attribute("href") or "").query)
        cited = f"Part III, Section 3, {place} indent"
        assert filled["template"] == ["mistranslation.yml"]
        assert filled["title"] == [cited]
        assert filled["place"] == [f"{cited}\n{SITE_URL}en/both/{SECTION}#{name}"]
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.usefixtures("clipboard")
def test_a_footnote_is_cited_where_it_stands(page: Page, address: str) -> None:
    page.goto(f"{address}en/{SECTION}")
    page.locator("#iii-3-fn-2").hover()
    page.locator("#iii-3-fn-2 > .permalink").click()
    page.get_by_role("button", name="Copy text").click()
    until(page, "navigator.clipboard.readText().then(t => t.includes('footnote 2'))")
    text, _, citation = copied(page).partition("\n\n")
    assert text.startswith("“Action Programme No. 30-CTr/TU")
    assert not text.endswith("↩”")
    assert citation.endswith(f"/en/{SECTION}#iii-3-fn-2")
    page.get_by_role("button", name="Copy Vietnamese citation").click()
    until(page, "navigator.clipboard.readText().then(t => t.includes('chú thích 2'))")


VOICE = """
const said = [];
const voice = { lang: "en-GB", localService: true };
class Utterance { constructor(text) { this.text = text; } }
const speech = {
  said,
  getVoices: () => [voice],
  speak: (one) => {
    said.push(one.text);
    if (!speech.held) queueMicrotask(() => one.onend());
    else speech.last = one;
  },
  cancel: () => speech.last?.onerror(),
};
Object.defineProperty(window, "speechSynthesis", { value: speech });
window.SpeechSynthesisUtterance = Utterance;
"""


def open_box(page: Page, identity: str) -> None:
    page.locator(f"#{identity} > .permalink, #{identity} > p > .permalink").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".cite:popover-open")).to_be_visible()


def test_the_text_is_read_aloud_from_a_provision_on(page: Page, address: str) -> None:
    page.add_init_script(VOICE)
    page.goto(f"{address}en/part-3/section-1/")
    open_box(page, "iii-1-1")
    page.get_by_role("button", name="Read aloud from here").click()
    until(page, "speechSynthesis.said.length && !document.querySelector('.aloud, .stop')")
    said = page.evaluate("speechSynthesis.said")
    assert said[0].startswith("Identify economic diplomacy as a fundamental and central task")
    assert said[0].endswith(".")
    assert any(sentence.startswith("Proactively include content") for sentence in said)
    shown = page.locator("#iii-1-1, #iii-1-2").all_inner_texts()
    assert " ".join(" ".join(shown).replace("#", "").split()) == " ".join(said)


def test_reading_aloud_marks_the_place_and_can_be_stopped(page: Page, address: str) -> None:
    page.add_init_script(VOICE + "speech.held = true;")
    page.goto(f"{address}en/part-3/section-1/")
    open_box(page, "iii-1-2")
    page.get_by_role("button", name="Read aloud from here").click()
    expect(page.locator(".aloud")).to_have_id("iii-1-2")
    page.get_by_role("button", name="Stop reading").click()
    expect(page.locator(".aloud, .stop")).to_have_count(0)
    assert len(page.evaluate("speechSynthesis.said")) == 1


def test_without_a_voice_or_a_sheet_neither_is_offered(page: Page, address: str) -> None:
    page.add_init_script(VOICE + "Object.defineProperty(navigator, 'share', { value: undefined });")
    page.goto(f"{address}part-3/section-1/")  # the voice is English
    open_box(page, "iii-1-1")
    expect(page.locator(".cite [data-aloud]")).to_be_hidden()
    expect(page.locator(".cite [data-share]")).to_be_hidden()


def test_a_passage_is_shared_through_the_systems_own_sheet(page: Page, address: str) -> None:
    share = "(data) => { window.shared = data; return Promise.reject(new Error('closed')); }"
    page.add_init_script(f"Object.defineProperty(navigator, 'share', {{ value: {share} }});")
    page.goto(f"{address}en/part-3/section-1/")
    open_box(page, "iii-1-1")
    page.get_by_role("button", name="Share").click()
    until(page, "window.shared")
    shared = page.evaluate("window.shared")
    assert shared["url"] == f"{address}en/part-3/section-1/#iii-1-1"
    assert shared["text"].endswith("Part III, Section 1, first indent (unofficial translation).")
