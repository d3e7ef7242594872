"""HTML as saved from the web: the main text, never menus, comments or the whole page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from crossread import patterns as re
from crossread.read.encoding import decode, show_nuls, unify_newlines
from crossread.read.options import ReadOptions, load_table
from crossread.read.page_facts import find_page_facts
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Report, Sample
from crossread.records import RawFile
from crossread.registry import register

_TABLE: Mapping[str, Any] = load_table("pages.toml")
HTML_START = re.compile(
    r"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h1|table)\b",
    re.IGNORECASE | re.DOTALL,
)
ANY_TAG = re.compile(r"<(?:p|div|br|span|h[1-6]|a|table|ul|body)\b[^<>]*>", re.IGNORECASE)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@register("readers", "html@1")
class HtmlReader:
    """Saved web pages and other HTML."""

    media_type = "text/html"
    isolated = True
    is_table = False

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """By its first tag; by extension if there is a tag at all."""
        if not sample.text:
            return 0
        if HTML_START.match(sample.text):
            return 3
        return 2 if sample.extension in ("html", "htm", "xhtml") and ANY_TAG.search(sample.text) else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report with the main text, one paragraph a line; raises `no_main_text` if there is none on the page."""
        yield read_page(file.content, options)


def read_page(content: bytes, options: ReadOptions) -> Report:
    """The report on a page; raises `ReadError` where it has no main text."""
    declared = CHARSET.search(content[:4_096])
    markup = show_nuls(decode(content, declared=declared[1].decode("ascii") if declared else None))
    markup = DECLARATION.sub("", markup.lstrip("\ufeff"))
    tree = parse_markup(markup, options)
    facts = find_page_facts(tree, markup)
    _prune(tree)
    _undo_layout_tables(tree)
    text = _find_main_text(tree)
    return Report(text=text, title=facts.title, source=facts.source, url=facts.url, published=facts.published)


def parse_markup(markup: str, options: ReadOptions) -> Any:
    """The elements of a page; raises `ReadError` where there are none, or where they are nested deeper than any report is."""
    # lxml takes time to load and is needed in the parsing process only.
    import lxml.etree  # type: ignore[import-untyped]
    import lxml.html  # type: ignore[import-untyped]

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_pis=True, collect_ids=False)
    try:
        tree = lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise refusal("no_main_text", found=str(error)[:120]) from error
    depth = _find_depth(tree)
    if depth > options.limits.nesting_depth:
        raise refusal("too_deep", expected=f"at most {options.limits.nesting_depth} levels", found=f"{depth} or more")
    return tree


def _find_depth(tree: Any) -> int:
    deepest = 0
    level = [tree]
    while level and deepest < 1_000:
        deepest += 1
        level = [child for element in level for child in element]
    return deepest


def _prune(tree: Any) -> None:
    """Cut out menus, forms, scripts and what readers wrote below, so that no way of finding the main text finds them."""
    rules = _TABLE["never_main_text"]
    unwanted = [element for path in rules["paths"] for element in tree.xpath(path)]
    marks = set(rules["marks"])
    for element in tree.xpath("//*[@class or @id]"):
        words = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
        if element.tag not in ("html", "body", "main", "article") and not marks.isdisjoint(words):
            unwanted.append(element)
    for element in unwanted:
        if element.getparent() is not None:
            element.drop_tree()


def _undo_layout_tables(tree: Any) -> None:
    """Make blocks of tables that lay out the page, so that the cell with the article is told from those with menus."""
    longest = _TABLE["main_text"]["layout_cell"]
    for table in tree.xpath("//table[.//td]"):
        cells = table.xpath("./tr/td | ./tbody/tr/td")
        if any(len("".join(cell.itertext())) >= longest for cell in cells):
            for part in (table, *table.xpath("./tbody | ./tr | ./tbody/tr"), *cells):
                part.tag = "div"


def _find_main_text(tree: Any) -> str:
    # trafilatura takes 0.25 s to load and is needed in the parsing process only.
    import trafilatura
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_TABLE["main_text"]["shortest_article"]))
    links = {_squeeze("".join(element.itertext())) for element in tree.iter("a")}
    found: Any = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=True, with_metadata=False, config=config
    )
    text = unify_newlines((found.text if found is not None else None) or "").strip()
    _check_main_text(text, links)
    return text


def _check_main_text(text: str, links: set[str]) -> None:
    """Refuse what is only links, buttons and notices: a wrong text is worse than none."""
    rules = _TABLE["main_text"]
    lines = [_squeeze(line.lstrip("-| ")) for line in text.split("\n") if line.strip()]
    own = [line for line in lines if line not in links]
    if not any(len(line.split()) >= rules["fewest_words"] or len(line) > 40 for line in own):
        raise refusal("no_main_text", found=f"{len(lines)} lines, none of them a sentence")
    if sum(map(len, own)) < rules["fewest_own_share"] * sum(map(len, lines)):
        raise refusal("no_main_text", found=f"{len(lines)} lines, nearly all of them links")
    lowered = text.lower()
    if len(text) <= rules["longest_notice"] and any(notice in lowered for notice in rules["script_notices"]):
        raise refusal("no_main_text", found=f"a notice: {text[:80]!r}")


def _squeeze(text: str) -> str:
    return " ".join(text.split())
