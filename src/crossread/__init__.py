"""crossread reads reports about political violence against each other."""

__version__ = "0.1.0"
