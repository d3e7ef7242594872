"""How a store came to have the tables it has: one file per change, run by Alembic when a store is opened."""
