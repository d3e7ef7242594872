"""The parts of a mail: which of them is the body, and which are attached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from crossread.read.options import ReadOptions
from crossread.read.refusal import refusal

SIGNATURES = (
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-keys",
)
LONGEST_NAME = 200  # characters of an attachment's name that are told


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a mail says: plain text or markup as bytes, and the encoding the mail names for it."""

    content: bytes
    charset: str | None
    is_html: bool
    is_flowed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A part that is no body: its number among all parts, its name, kind and content (None where it cannot be had)."""

    number: int
    name: str
    kind: str
    content: bytes | None


def find_body(mail: Message, options: ReadOptions) -> Body | None:
    """The body, plain text before markup where the mail has both; None where nothing in it is text."""
    found = list(_pieces(mail, options.limits.nesting_depth))
    if not found:
        return None
    kind = found[0].is_html  # of several pieces those like the first: a footer of the list is no body
    same = [piece for piece in found if piece.is_html == kind and piece.charset == found[0].charset]
    return (
        found[0]
        if kind
        else Body(
            content=b"\n\n".join(piece.content.strip(b"\r\n") for piece in same),
            charset=found[0].charset,
            is_html=False,
            is_flowed=all(piece.is_flowed for piece in same),
        )
    )


def find_attachments(mail: Message, options: ReadOptions) -> list[Attachment]:
    """Every part that is neither body nor a picture or signature that belongs to it; mails in mails are one each."""
    found = []
    for number, part in enumerate(_leaves(mail, options.limits.nesting_depth), 1):
        if number > options.limits.archive_members:
            raise refusal("too_deep", expected=f"at most {options.limits.archive_members:,} parts", found="more")
        if _is_attached(part):
            found.append(
                Attachment(number=number, name=_name(part, number), kind=part.get_content_type(), content=_content(part))
            )
    return found


def _pieces(part: Message, depth: int) -> Iterator[Body]:
    """The texts of a part in order, of alternatives the plain one, of parts that belong together the first."""
    if depth <= 0 or _is_attached(part):
        return
    children = _children(part)
    if part.get_content_subtype() == "alternative" and children:
        options = [list(_pieces(child, depth - 1)) for child in children]
        told = [pieces for pieces in options if pieces]
        yield from next((pieces for pieces in told if not pieces[0].is_html), told[0] if told else [])
    elif children:
        for child in children[:1] if part.get_content_subtype() == "related" else children:
            yield from _pieces(child, depth - 1)
    elif part.get_content_type() in ("text/plain", "text/html"):
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and content.strip():
            yield Body(
                content=content,
                charset=part.get_content_charset(),
                is_html=part.get_content_type() == "text/html",
                is_flowed=str(part.get_param("format", "")).lower() == "flowed",
            )


def _leaves(part: Message, depth: int) -> Iterator[Message]:
    if depth <= 0:
        raise refusal("too_deep", found="parts within parts")
    children = [] if part.get_content_maintype() == "message" else _children(part)
    if not children:
        yield part
    for child in children:
        yield from _leaves(child, depth - 1)


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _is_attached(part: Message) -> bool:
    if part.get_content_maintype() == "message":
        return True
    if part.get_content_maintype() == "multipart" or part.get_content_type() in SIGNATURES:
        return False
    disposition = part.get_content_disposition()
    if disposition == "attachment":
        return True
    if part.get_content_type() in ("text/plain", "text/html"):
        return disposition != "inline" and part.get_filename() is not None
    is_picture = part.get_content_maintype() == "image" and (disposition == "inline" or part.get("Content-ID") is not None)
    return not is_picture


def _name(part: Message, number: int) -> str:
    """The last part of the file's name, else what a mail is about, else its number; no name leads out of its mail."""
    inside = _inside(part)
    told = part.get_filename() or (f"{inside.get('Subject') or ''}.eml" if inside is not None else "")
    return (told.replace("\\", "/").rpartition("/")[2][-LONGEST_NAME:]) or f"part {number}"


def _inside(part: Message) -> Message | None:
    """The mail that is attached to a mail."""
    inside = part.get_payload(0) if part.get_content_type() == "message/rfc822" and part.is_multipart() else None
    return inside if isinstance(inside, Message) else None


def _content(part: Message) -> bytes | None:
    inside = _inside(part)
    try:
        content = part.get_payload(decode=True) if inside is None else inside.as_bytes()
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):  # heads that a mail cannot be written with
        return None
    return content if isinstance(content, bytes) else None
