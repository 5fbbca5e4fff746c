"""The gate of measured qualities: the project's own gold, and, where `../shared` lies beside it, the yardsticks there.

`python tests/gold/quality.py` prints every figure with its floor (`floors.toml`) and ends with 1 where one has fallen.
"""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
YARDSTICKS = HERE.parents[1] / ".." / "shared" / "eval"
NUMBER = re.compile(r"(?<![\w.])\d+\.\d+(?![\w.])")


def own_gold() -> bool:
    """Run the project's own measures, which hold their floors as tests."""
    print("The seed reports against their own gold (floors: tests/test_seed_reports.py)", flush=True)
    shown = subprocess.run([sys.executable, HERE / "measure.py"], check=False).returncode == 0
    held = subprocess.run([sys.executable, "-m", "pytest", "-q", "--no-header", HERE.parent / "test_seed_reports.py"], check=False)
    return shown and held.returncode == 0


def figures(script: str) -> str:
    """What a script of `../shared/eval` prints about the program of this environment."""
    program = Path(sys.executable).with_name("provenance")
    name, *arguments = script.split()
    environment = {**os.environ, "PROVENANCE": str(program)}
    done = subprocess.run(
        [sys.executable, YARDSTICKS / name, *arguments], capture_output=True, text=True, encoding="utf-8", check=False, env=environment
    )
    return done.stdout if done.returncode == 0 else f"{done.stdout}\n{done.stderr}"


def held(script: str, floors: dict[str, dict[str, float]]) -> bool:
    """Print each figure of a script beside its floor; whether none has fallen."""
    print(f"\n{script}", flush=True)
    lines = figures(script).splitlines()
    fine = True
    for begins, wanted in floors.items():
        line = next((each for each in lines if each.startswith(begins)), "")
        numbers = [float(number) for number in NUMBER.findall(line[len(begins) :])]
        figure = numbers[int(wanted["at"])] if len(numbers) > wanted["at"] else None
        good = figure is not None and figure >= wanted["floor"]
        fine = fine and good
        print(
            f"  {begins:<40} {figure if figure is not None else 'not printed':>11}   floor {wanted['floor']}{'' if good else '   FALLEN'}",
            flush=True,
        )
    return fine


def main() -> int:
    """0 where every figure holds its floor."""
    fine = own_gold()
    if not YARDSTICKS.is_dir():
        print("\n../shared is not beside the project: its yardsticks did not run.")
        return 0 if fine else 1
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    fallen = [script for script, wanted in floors.items() if not held(script, wanted)]
    fine = fine and not fallen
    print("\nEvery figure holds." if fine else "\nA figure has fallen below its floor.")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
