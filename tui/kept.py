"""What is kept between runs: theme, search words, order, and the claim under the cursor of each database."""

import json
import os
from pathlib import Path

from platformdirs import user_state_path
from pydantic import BaseModel, ValidationError

from provenance.model.queue import Order

CURSORS_KEPT = 50


class Kept(BaseModel):
    """The state of one run, to begin the next with; a file that cannot be read or written is no reason to stop."""

    theme: str = "dark"
    words: str = ""
    order: Order = Order.WEAKEST_FIRST
    cursors: dict[str, str] = {}
    """Database label -> claim id."""

    def remember_cursor(self, database: str, claim: str) -> None:
        """Note where the reviewer is; the databases visited longest ago are forgotten first."""
        self.cursors.pop(database, None)
        self.cursors[database] = claim
        for old in list(self.cursors)[:-CURSORS_KEPT]:
            del self.cursors[old]

    def keep(self) -> None:
        """Write it down."""
        place = _place()
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(self.model_dump_json(indent=1), encoding="utf-8")
        except OSError:
            return


def kept_from_last_time() -> Kept:
    """What the last run left, or a fresh start."""
    try:
        return Kept.model_validate(json.loads(_place().read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError):
        return Kept()


def state_folder() -> Path:
    """Where state is kept; `PROVENANCE_STATE` names another folder."""
    folder = os.environ.get("PROVENANCE_STATE")
    return Path(folder) if folder else user_state_path("provenance")


def log_file() -> Path:
    """Where technical text goes that nobody should have to read."""
    return state_folder() / "tui.log"


def _place() -> Path:
    return state_folder() / "tui.json"
