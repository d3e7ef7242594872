"""How many were killed, hurt, taken: rows of harm, told again, broken down, disputed, withdrawn. Each module is one rule."""
