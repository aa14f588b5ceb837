"""Evaluates a shipped int8 file again: `python -m training.evaluate --dataset FOLDER`.

Writes `metrics.json` beside the model, and the manifest and the card that quote it. `--float`
and `--baseline` (YOLOX-nano) add their columns.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np

from .calibration import balance, truth_of
from .describe import complexity, data_counts
from .judging import EUROPE, Row, judged_photos, rows
from .labels import Photo, read_labels
from .measures import area_under_curve, interval, recall_at_false_alarms, reliability
from .pack import write_pack
from .scoring import milliseconds, score_images, score_photos
from .settings import CLASSES, HEIGHT, INT8_FILE, PERSON, WIDTH
from .thresholds import choose_thresholds
from .trail_views import trail_views

FALSE_ALARMS = 0.05


def judge(row: Row, judged: list[Photo], scores: dict[str, np.ndarray]) -> dict:
    """One row of the table, for every model that was run."""
    keys = np.array([photo.split_key for photo in judged])
    result = {
        "name": row.name,
        "class": CLASSES[row.class_id],
        "positives": len(row.positives),
        "negatives": len(row.negatives),
        "camerasOrKeys": [len(np.unique(keys[side])) for side in (row.positives, row.negatives)],
    }
    for model, values in scores.items():
        positives, negatives = values[row.positives, row.class_id], values[row.negatives, row.class_id]
        result[model] = {
            "area": area_under_curve(positives, negatives),
            "areaInterval95": interval(area_under_curve, positives, negatives, keys[row.positives], keys[row.negatives]),
            "recallAt5PercentFalseAlarms": recall_at_false_alarms(positives, negatives, FALSE_ALARMS),
        }
    return result


def judge_trail_views(scores: dict[str, tuple[np.ndarray, np.ndarray]]) -> dict:
    """`scores` of people in imitated views with people and in empty ones, for every model that was run."""
    people, blanks = next(iter(scores.values()))
    result = {"people": len(people), "blanks": len(blanks)}
    for name, (found, false) in scores.items():
        result[name] = {
            "area": area_under_curve(found, false),
            "recallAt5PercentFalseAlarms": recall_at_false_alarms(found, false, FALSE_ALARMS),
        }
    return result


def calibration_tables(judged: list[Photo], scores: np.ndarray) -> dict:
    tables = {}
    for class_id, name in enumerate(CLASSES):
        usable, truth = truth_of(judged, class_id)
        tables[name] = reliability(scores[usable, class_id], truth, balance(truth))
    return tables


def european_recall(judged: list[Photo], scores: np.ndarray, threshold: float) -> dict:
    members = np.array([i for i, photo in enumerate(judged) if photo.split == "val" and photo.source == EUROPE])
    found = scores[members, 0] >= threshold
    keys = np.array([judged[i].split_key for i in members])
    nothing = np.zeros(1)
    spread = interval(lambda hit, _: hit.mean(), found.astype(float), nothing, keys, nothing)
    return {"photos": len(members), "threshold": threshold, "recall": float(found.mean()), "interval95": spread}


def evaluate(
    dataset: Path, model: Path, float_model: Path | None, baseline: Path | None, extra: dict, photos: list[Photo]
) -> dict:
    """Everything that is measured, as it goes into `metrics.json`; `extra` is added as it is."""
    judged = judged_photos(photos)
    models = {"int8": (model, "lookout")}
    if float_model:
        models["float"] = (float_model, "lookout")
    if baseline:
        models["yoloxNano"] = (baseline, "yolox")
    scores = {name: score_photos(path, kind, judged, dataset) for name, (path, kind) in models.items()}
    sides = trail_views(judged, dataset)
    imitated = {
        name: tuple(score_images(path, kind, side)[:, PERSON] for side in sides) for name, (path, kind) in models.items()
    }
    thresholds = choose_thresholds(judged, scores["int8"], imitated["int8"][0])
    data = model.read_bytes()
    return {
        "model": {
            "file": model.name,
            "bytes": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
            "input": [WIDTH, HEIGHT],
            **complexity(),
        },
        "data": data_counts(photos),
        "rows": [judge(row, judged, scores) for row in rows(judged)],
        "trailViews": judge_trail_views(imitated),
        "europeanRecall": european_recall(judged, scores["int8"], thresholds["animal"]["typical"]),
        "thresholds": thresholds,
        "reliability": calibration_tables(judged, scores["int8"]),
        "milliseconds": {name: milliseconds(path, kind) for name, (path, kind) in models.items()},
        **extra,
    }


def save(metrics: dict, path: Path) -> None:
    rounded = json.loads(json.dumps(metrics), parse_float=lambda text: round(float(text), 4))
    path.write_text(json.dumps(rounded, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dataset", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path("models/lookout") / INT8_FILE)
    parser.add_argument("--float", dest="float_model", type=Path)
    parser.add_argument("--baseline", type=Path, help="yolox_nano.onnx")
    arguments = parser.parse_args()
    target = arguments.model.parent / "metrics.json"
    before = json.loads(target.read_text()) if target.exists() else {}
    extra = {"training": before["training"]} if "training" in before else {}
    photos = read_labels(arguments.dataset)
    models = arguments.model, arguments.float_model, arguments.baseline
    save(evaluate(arguments.dataset, *models, extra, photos), target)
    write_pack(target.parent)
    print(target.read_text())


if __name__ == "__main__":
    main()
