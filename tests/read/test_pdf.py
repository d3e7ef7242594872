"""PDF: paragraphs in reading order, without the furniture of the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from crossread.read import ReadDocument, ReadOptions, read_bytes
from crossread.records import Document

OPTIONS = ReadOptions(language="en")


def read(content: bytes) -> Document:
    (result,) = read_bytes(content, name="report.pdf", options=OPTIONS)
    assert isinstance(result, ReadDocument), result
    return result.document


def printed(pages: Sequence[Sequence[tuple[float, float, str]]], **properties: str) -> bytes:
    """A PDF with lines at the given places."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    if "title" in properties:
        canvas.setTitle(properties["title"])
    for page in pages:
        for x, y, line in page:
            canvas.drawString(x, y, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def column(lines: Sequence[str], *, x: float = 60, top: float = 700) -> list[tuple[float, float, str]]:
    return [(x, top - 14 * number, line) for number, line in enumerate(lines)]


def test_lines_become_paragraphs() -> None:
    """The lines of a paragraph are joined; white space between two paragraphs parts them."""
    first = column(["Two soldiers were hurt when their lorry hit a mine near the", "river, the army said on Monday."])
    second = column(["The mission has opened an inquiry into the matter, it said", "in a short statement."], top=640)
    assert read(printed([first + second])).text == (
        "Two soldiers were hurt when their lorry hit a mine near the river, the army said on Monday.\n"
        "The mission has opened an inquiry into the matter, it said in a short statement."
    )


def test_words_parted_at_line_ends_are_joined() -> None:
    """A word parted by the printer is one word; a compound keeps its hyphen."""
    lines = ["The army said on Monday that the insur-", "gents had left the north-", "eastern camp near the river at night."]
    assert (
        read(printed([column(lines)])).text
        == "The army said on Monday that the insurgents had left the north-eastern camp near the river at night."
    )


def test_furniture_is_left_out() -> None:
    """Running headers, footers and page numbers go; a sentence goes on over the page."""
    pages = []
    for number, town in enumerate(("Gao", "Ansongo", "Tessit", "Labbezanga"), 1):
        body = column(
            [f"In the town of {town} shots were heard in the night, and nobody who", f"lives in {town} left the house, because"]
        )
        header, footer = (60, 810, "Monthly Review of Incidents"), (60, 45, "not for quotation")
        pages.append([header, *body, (280, 30, f"Page {number} of 4"), footer])
    text = read(printed(pages)).text
    for furniture in ("Monthly Review", "Page ", "not for quotation"):
        assert furniture not in text
    assert text.count("shots were heard") == 4
    assert "because In the town of Ansongo" not in text


def test_headings_that_change_with_the_chapter_are_left_out() -> None:
    """A heading that carries the page's number goes, also where its words change; a number in the text stays."""
    pages = []
    for number, town in enumerate(("Gao", "Ansongo", "Tessit", "Labbezanga"), 5):
        lines = column(
            [
                f"In {town} shots were heard, and nobody left the house.",
                f"The army counted {number * 7} empty shells in {town}.",
            ]
        )
        pages.append([(60, 800, f"Chapter on {town} {number}"), *lines])
    text = read(printed(pages)).text
    assert "Chapter" not in text
    assert "The army counted 35 empty shells in Gao." in text


def test_what_a_browser_prints_around_a_page() -> None:
    """The day of printing is neither text nor dateline; the printed address is the document's."""
    lines = column(
        ["Mine hurts two near the river", "20 January 2019", "Two soldiers were hurt by a mine on Monday, the army said."]
    )
    stamps = [(20, 825, "21/03/2024, 10:05"), (200, 825, "Mine hurts two - Sahel Wire")]
    document = read(printed([[*stamps, *lines, (20, 12, "https://example.org/mine"), (560, 12, "1/1")]]))
    assert (document.published, document.published_from) == (date(2019, 1, 20), "dateline")
    assert document.url == "https://example.org/mine"
    assert "2024" not in document.text
    assert "example.org" not in document.text


def test_two_columns_are_read_one_after_the_other() -> None:
    """The left column comes first, in the order of a typesetting program and in the order of a careless one."""
    left = [
        "Alpha was the first town hit by",
        "shells, the mayor told us, and",
        "then the river rose and took",
        "the bridge and the road too.",
    ]
    right = [
        "Bravo was spared until May, as",
        "its people had a truce with the",
        "men in the hills, who then left",
        "for the north with their herds.",
    ]
    in_order = column(left) + column(right, x=320)
    for page in (in_order, in_order[::-1]):
        text = read(printed([page])).text
        assert text.index("Alpha") < text.index("the road too") < text.index("Bravo") < text.index("their herds")


def test_a_typeset_report() -> None:
    """Title, headings and text of a report in two columns over several pages come in order and whole."""
    styles = getSampleStyleSheet()
    buffer = BytesIO()
    template = BaseDocTemplate(buffer, pagesize=A4, title="Incidents of the week")
    frames = [Frame(50, 60, 240, 700), Frame(305, 60, 240, 700)]
    template.addPageTemplates([PageTemplate(frames=frames)])
    sentence = (
        "Armed men stopped a lorry on the road from Gao to Ansongo and took its load of millet before they left to the east."
    )
    story = [Paragraph("Incidents of the week", styles["Title"])]
    story += [Paragraph(f"Case {number}. {sentence}", styles["BodyText"]) for number in range(60)]
    template.build(story)
    document = read(buffer.getvalue())
    assert document.title == "Incidents of the week"
    cases = [line for line in document.text.split("\n") if line.startswith("Case")]
    assert cases == [f"Case {number}. {sentence}" for number in range(60)]


def test_a_title_that_is_a_file_name_is_none() -> None:
    """What a program puts into the title property when nobody wrote one is not taken for a title."""
    lines = column(["Two soldiers were hurt by a mine on Monday.", "More is not known.", "An inquiry was opened."])
    assert read(printed([lines], title="Microsoft Word - final_v3.doc")).title is None
    assert read(printed([lines], title="Mine hurts two near the river")).title == "Mine hurts two near the river"


def test_the_dateline_stands_above_the_day_of_printing() -> None:
    """A report printed later was published when its dateline says; without one, the file's own day is all there is."""
    lines = ["20 January 2019", "Two soldiers were hurt by a mine on Monday, the army said."]
    document = read(printed([column(lines)]))
    assert (document.published, document.published_from) == (date(2019, 1, 20), "dateline")
    document = read(printed([column(lines[1:])]))
    assert (document.published, document.published_from) == (date(2000, 1, 1), "metadata")  # reportlab's fixed day
