"""What a map, a timeline and facets need of an incident, as columns: nobody reads 50,000 bodies to draw a picture.

Incidents already in the store get theirs from their bodies, so that no store has to be derived anew to be looked at.
"""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

CHUNK = 500
NO_ACTORS = ("object", "civilians", "unknown")
OLD = sa.table("incidents", sa.column("id"), sa.column("body", sa.JSON().with_variant(JSONB(), "postgresql")))
NEW = ("place", "longitude", "latitude", "place_precision", "day_precision", "accounts", "tags")


def upgrade() -> None:
    """Add the columns, then fill them."""
    op.add_column("incidents", sa.Column("place", sa.Text))
    op.add_column("incidents", sa.Column("longitude", sa.Float))
    op.add_column("incidents", sa.Column("latitude", sa.Float))
    op.add_column("incidents", sa.Column("place_precision", sa.String(16)))
    op.add_column("incidents", sa.Column("day_precision", sa.String(16)))
    op.add_column("incidents", sa.Column("accounts", sa.Integer, nullable=False, server_default="0"))
    op.add_column("incidents", sa.Column("tags", sa.Text, nullable=False, server_default="\n"))
    connection = op.get_bind()
    table = sa.table("incidents", sa.column("id"), *(sa.column(name) for name in NEW))
    change = table.update().where(table.c.id == sa.bindparam("of")).values({name: sa.bindparam(name) for name in NEW})
    last = ""
    while rows := connection.execute(sa.select(OLD).where(OLD.c.id > last).order_by(OLD.c.id).limit(CHUNK)).all():
        connection.execute(change, [{"of": row.id, **_columns(row.body)} for row in rows])
        last = rows[-1].id


def _columns(body: Any) -> dict[str, Any]:
    told = json.loads(body) if isinstance(body, str) else body
    where, when = told.get("where") or {}, told.get("when") or {}
    return {
        "place": where.get("name"),
        "longitude": where.get("longitude"),
        "latitude": where.get("latitude"),
        "place_precision": where.get("precision"),
        "day_precision": when.get("precision"),
        "accounts": len(told["accounts"]),
        "tags": _tags(told),
    }


def _tags(told: dict[str, Any]) -> str:
    tags = {
        *(f"actor:{party['name']}" for party in told["parties"] if party["type"] not in NO_ACTORS),
        *(f"actor_type:{party['type']}" for party in told["parties"]),
        *(f"source:{account['source']}" for account in told["accounts"] if account["source"]),
        *(f"disagreement:{row['severity']}" for row in told["disagreements"]),
        f"disagreements:{len(told['disagreements'])}",
    }
    return "\n" + "".join(f"{' '.join(tag.split())}\n" for tag in sorted(tags))
