"""Write the two sample reports that are not plain text: the PDF and the DOCX of src/crossread/samples/mali.

Run once from the root of the repository: `python tools/make_sample_files.py`. Both files are committed; run it again only
after a change of the texts below. The texts were written for crossread after public facts.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

FOLDER = Path(__file__).parents[1] / "src" / "crossread" / "samples" / "mali"
NOTE = "written for crossread after public facts; not the source's own words"

WEEKLY_POINT_TITLE = "Weekly point of operations, 18 January 2019"
WEEKLY_POINT = (
    (
        "Operation Barkhane",
        "On Thursday 10 January, in the area of Dialloubé, north of Mopti, the Barkhane force conducted an operation against "
        "an armed terrorist group. A patrol of fighter aircraft struck a gathering of combatants; attack helicopters then "
        "intervened in support of ground troops. About fifteen terrorists were put out of action. Motorcycles, weapons and "
        "means of communication were seized or destroyed. No loss is to be reported on our side.",
    ),
    (
        "Activity of the week",
        "The air assets of the force flew missions of reconnaissance, refuelling, transport and support on every day of the "
        "week. In the Liptako, the battle group went on with its patrols together with the Malian armed forces.",
    ),
    (
        "Cooperation",
        "A detachment gave first-aid instruction to a company of the Malian army at Gao. Medical consultations for the "
        "population were held on two days.",
    ),
)

COMMUNIQUE_TITLE = "Communiqué of the Movement for the Salvation of Azawad (MSA)"
COMMUNIQUE = (
    "Ménaka, 16 January 2019",
    "The Movement for the Salvation of Azawad (MSA) informs national and international opinion that on Tuesday 15 January, at "
    "about 4 p.m., gunmen on motorcycles attacked the camps of Taghatert and Inekar-Ouest, which lie 40 to 45 kilometres from "
    "the town of Ménaka.",
    "The assailants went from tent to tent and shot at everybody they met. About 20 civilians and some fighters of the MSA who "
    "came to their aid were killed. The provisional list has been handed to the authorities of the region.",
    "Everything points to the Islamic State in the Greater Sahara, which has already attacked this community several times. "
    "The MSA calls on the Government of Mali, MINUSMA and the partner forces to protect the civilians of the region, and asks "
    "for an independent inquiry.",
    "For the MSA, the spokesman",
)


def main() -> None:
    """Write both files."""
    write_weekly_point(FOLDER / "french-general-staff-weekly-point.pdf")
    write_communique(FOLDER / "msa-communique.docx")


def write_weekly_point(path: Path) -> None:
    """The weekly point as a one-page PDF with a running head, a foot and the metadata a press office sets."""
    styles = getSampleStyleSheet()
    body = styles["BodyText"]
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime(2019, 1, 18, 12, tzinfo=UTC).timestamp()))  # its creation date
    story = [Paragraph(escape(WEEKLY_POINT_TITLE), styles["Title"]), Spacer(1, 6 * mm)]
    for heading, paragraph in WEEKLY_POINT:
        story += [Paragraph(escape(heading), styles["Heading2"]), Paragraph(escape(paragraph), body), Spacer(1, 3 * mm)]
    file = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        title=WEEKLY_POINT_TITLE,
        author="French general staff",
        subject=NOTE,
        keywords="Barkhane, Mali",
    )
    file.build(story, onFirstPage=_draw_frame)


def _draw_frame(canvas: Canvas, document: SimpleDocTemplate) -> None:
    """Draw head and foot of the page."""
    canvas.setFont("Helvetica", 8)
    canvas.drawString(20 * mm, 287 * mm, "General staff of the armed forces - Press office")
    canvas.drawRightString(190 * mm, 10 * mm, f"Page {document.page}")


def write_communique(path: Path) -> None:
    """The communiqué as a Word document, as armed groups send them to the press."""
    file = Document()
    properties = file.core_properties
    properties.title = COMMUNIQUE_TITLE
    properties.author = "Movement for the Salvation of Azawad (MSA)"
    properties.comments = NOTE
    properties.language = "en"
    properties.created = properties.modified = datetime(2019, 1, 16, 18, 30)
    file.add_heading(COMMUNIQUE_TITLE, level=0)
    for paragraph in COMMUNIQUE:
        file.add_paragraph(paragraph)
    file.save(str(path))


if __name__ == "__main__":
    main()
