"""`python -m diptych`: the command."""

from diptych.cli import main

if __name__ == "__main__":
    main(prog_name="diptych")
