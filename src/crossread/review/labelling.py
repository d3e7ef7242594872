"""In which second language a reader sees the codebook's labels: theirs alone, kept in their browser."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse

from crossread.codebook import load_translation
from crossread.review.guard import Access
from crossread.review.rendering import SECOND, inside

router = APIRouter(include_in_schema=False)
YEAR = 365 * 24 * 3600  # seconds


@router.post("/labels")
def choose_labels(
    request: Request, second: Annotated[str, Form()] = "", back: Annotated[str, Form()] = "/"
) -> RedirectResponse:
    """Labels in this language beside the English ones from now on; with none, English alone."""
    answer = RedirectResponse(inside(back), status_code=303)
    access: Access = request.app.state.access
    if second:
        language = load_translation(second).language
        answer.set_cookie(SECOND, language, max_age=YEAR, secure=access.https, httponly=True, samesite="lax", path="/")
    else:
        answer.delete_cookie(SECOND, secure=access.https, httponly=True, samesite="lax", path="/")
    return answer
