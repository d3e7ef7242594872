"""SHOW: the desk, in which reports are compared and reviewed in a browser."""

from crossread.review.app import make_app
from crossread.review.guard import Access
from crossread.review.serving import Address, check_accounts, check_address, check_port, serve

__all__ = ["Access", "Address", "check_accounts", "check_address", "check_port", "make_app", "serve"]
