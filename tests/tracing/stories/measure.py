"""One line a matter of each story: what is right, and what the program says.

`python tests/tracing/stories/measure.py [FOLDER] [--why] [STORY ...]` reads the stories beside it, or those of another folder;
`--why` adds what differs, in sentences.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from checking import analyze, conflict_differences, weigh
from telling import HERE, stories_in


def main() -> int:
    """Print the lines; 0 where every story is right in all."""
    parser = argparse.ArgumentParser(description="Stories: wanted and given.")
    parser.add_argument("folder", type=Path, nargs="?", default=HERE)
    parser.add_argument("stories", nargs="*", help="names of stories; all, where none is given")
    parser.add_argument("--why", action="store_true", help="say what differs, in sentences")
    options = parser.parse_args()
    stories = [story for story in stories_in(options.folder) if not options.stories or story.name in options.stories]
    counted = right = 0
    for story in stories:
        found = analyze(story)
        weighed, conflicts = weigh(story, found), conflict_differences(story, found)
        counted += not any(each.in_number for each in weighed)
        right += not conflicts and not any(each.in_number or each.in_reason for each in weighed)
        for each in weighed:
            verdict = "WRONG" if each.in_number else "origins right" if each.in_reason else "right"
            print(f"{verdict:<14}{story.name:<36}{each.matter.mark:<16}wanted {each.wanted:<34}given {each.given}")
            if options.why:
                print("".join(f"{'':14}{difference}\n" for difference in (*each.in_number, *each.in_reason)), end="")
        for difference in conflicts:
            print(f"{'WRONG':<14}{story.name:<36}{difference}")
    print(f"\nright number of independent origins: {counted} of {len(stories)} stories; right in everything: {right}")
    return 0 if right == len(stories) else 1


if __name__ == "__main__":
    sys.exit(main())
