"""How many photos a file's people threshold keeps, and how many it holds back though nobody is there:

    python -m training.held_back --dataset FOLDER [--model models/lookout/lookout.int8.onnx]

The threshold is the conservative one of the manifest beside the model. On photos never trained on.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from .judging import EUROPE, FOX, judged_photos
from .labels import Photo, read_labels
from .scoring import score_images, score_photos
from .settings import INT8_FILE, PERSON
from .thresholds import shows_class
from .trail_views import trail_views

SIDES = {
    "held-out people": lambda p: shows_class(p, PERSON),
    "fox camera, animals": lambda p: p.source == FOX and p.group == "animal",
    "European cameras": lambda p: p.source == EUROPE,
    "other held-out animals": lambda p: p.split == "holdout" and p.group == "animal",
    "blanks": lambda p: p.group == "empty",
}


def shares(judged: list[Photo], scores: np.ndarray, threshold: float) -> dict[str, tuple[float, int]]:
    """For each kind of photo the share of people's `scores` [n] at or above the threshold, and how many there are."""
    sides = {name: np.array([test(photo) for photo in judged]) for name, test in SIDES.items()}
    return {name: (float((scores[side] >= threshold).mean()), int(side.sum())) for name, side in sides.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dataset", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path("models/lookout") / INT8_FILE)
    arguments = parser.parse_args()
    manifest = json.loads(arguments.model.with_name("manifest.json").read_text(encoding="utf-8"))
    threshold = manifest["thresholds"]["person"]["conservative"]
    judged = judged_photos(read_labels(arguments.dataset))
    scores = score_photos(arguments.model, "lookout", judged, arguments.dataset)[:, PERSON]
    imitated = score_images(arguments.model, "lookout", trail_views(judged, arguments.dataset)[0])[:, PERSON]
    print(f"people from {threshold} up")
    for name, (share, count) in shares(judged, scores, threshold).items():
        print(f"{name}: {share * 100:.1f} % of {count}")
    print(f"imitated parts of people: {(imitated >= threshold).mean() * 100:.1f} % of {len(imitated)}")


if __name__ == "__main__":
    main()
