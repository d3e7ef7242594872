"""python -m crossread: the command line."""

from crossread.cli import main

main()
