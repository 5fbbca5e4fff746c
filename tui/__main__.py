"""`python -m tui` opens the terminal interface."""

from tui.app import main

if __name__ == "__main__":
    main()
