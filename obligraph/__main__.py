"""Lets `python -m obligraph` do what the command `obligraph` does."""

from obligraph.cli.main import main

if __name__ == "__main__":
    main()
