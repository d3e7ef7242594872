"""SHOW: the desk, in which reports are compared and reviewed in a browser."""

from crossread.review.app import make_app
from crossread.review.serving import serve

__all__ = ["make_app", "serve"]
