"""SHOW: the desk, in which reports are compared and reviewed in a browser."""

from crossread.review.app import make_app
from crossread.review.guard import Access
from crossread.review.serving import Address, check_address, serve

__all__ = ["Access", "Address", "check_address", "make_app", "serve"]
