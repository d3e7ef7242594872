"""Somebody with a browser at a desk with users: signs in by the form, sends the forms of the pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import httpx
from lxml import html

from crossread.records import Judgement
from crossread.store import ClaimFilter, Store

PASSWORD = "four words in a row"
USERS = {"Rosa": "reader", "Awa": "coder", "Moussa": "coder", "Ada": "adjudicator", "Root Keeper": "admin"}


def add_users(store: Store) -> None:
    """One user of each role, two coders."""
    for name, role in USERS.items():
        store.users.add(name, role=role, password=PASSWORD, by="test")


def code_twice(store: Store) -> tuple[str, str, str]:
    """Let two coders differ on a report, and say which: an incident with a chart of its toll, the report, its place."""
    incident = max(store.iter_incidents(), key=lambda row: len(row.accounts))
    told = (store.iter_claims(ClaimFilter(document_id=a.document_id, current=True)) for a in incident.accounts)
    claims = max(map(list, told), key=len)  # of the report that tells most, so that there is something to walk through
    for number, claim in enumerate(claims):
        for coder, slot, value in (("Awa", "verdict", '"accept"'), ("Moussa", "type", '"looting"')):
            row = {"made_by": coder, "made_at": datetime(2026, 1, 1, 12, number, tzinfo=UTC), "slot": slot, "value": value}
            store.add_judgement(Judgement(id=f"jdg_{coder}{number}_1", kind="code", subject=claim.id, **row))
    return incident.id, claims[0].document_id, claims[0].id


@dataclass(frozen=True)
class Visitor:
    """One browser."""

    client: httpx.Client

    def sign_in(self, name: str, password: str = PASSWORD, next: str = "/") -> httpx.Response:
        """Fill in the form at the door."""
        fields = self.fields("/login", params={"next": next})
        return self.client.post("/login", data={**fields, "name": name, "password": password})

    def fields(self, address: str, *, params: dict[str, str] | None = None, action: str = "") -> dict[str, str]:
        """The hidden fields of the first form of a page that sends (to `action`, if given)."""
        page = html.fromstring(self.client.get(address, params=params).text)
        where = f"[starts-with(@action, '{action}')]" if action else "[@action != '/logout']"
        forms = page.xpath(f"//form[@method='post']{where}")
        return {row.get("name"): row.get("value") for row in forms[0].xpath(".//input[@type='hidden']")} if forms else {}

    def keys(self) -> dict[str, str]:
        """The form token of this browser's pages, with a number that no form had before."""
        fields = self.fields("/", action="/logout")
        return {"csrf": fields["csrf"], "once": fields["once"]}

    def judge(self, subject: str, kind: str = "accept", **more: str) -> httpx.Response:
        """Send a decision as the pages do."""
        return self.client.post("/judge", data={**self.keys(), "kind": kind, "subject": subject, **more})

    def incidents(self) -> list[str]:
        """The ids of all incidents."""
        return [row["id"] for row in self.client.get("/api/incidents").json()["incidents"]]
