"""Writes the pack around the int8 file: manifest, licence and card, all from `metrics.json`."""

import json
from pathlib import Path

from .card import write_card
from .settings import CLASSES, HEIGHT, INT8_FILE, MODEL_ID, MODEL_VERSION, PAD_VALUE, WIDTH

LICENCE_TEXT = Path(__file__).parent / "apache-2.0.txt"


def manifest(metrics: dict) -> dict:
    return {
        "schemaVersion": 1,
        "id": MODEL_ID,
        "version": MODEL_VERSION,
        "name": "Lookout",
        "license": "Apache-2.0",
        "source": "trained by this project from random initialisation; see MODEL_CARD.md",
        "citation": f"Fieldsift contributors. Lookout {MODEL_VERSION}: a small detector of animals, people and "
        "vehicles for camera-trap photos.",
        "description": "Finds animals, people and vehicles in camera-trap photos, and so tells which photos are "
        "blank. It does not name species.",
        "files": [
            {
                "path": INT8_FILE,
                "kind": "model",
                "bytes": metrics["model"]["bytes"],
                "sha256": metrics["model"]["sha256"],
            }
        ],
        "task": "detector",
        "input": {
            "name": "images",
            "layout": "NCHW",
            "type": "float32",
            "width": WIDTH,
            "height": HEIGHT,
            "colorOrder": "RGB",
            "range": [0, 1],
            "mean": [0, 0, 0],
            "std": [1, 1, 1],
            "resize": {"mode": "letterbox", "align": "center", "padValue": PAD_VALUE},
            "interpolation": "bilinear",
            "antialias": True,
        },
        "output": {
            "name": "output0",
            "decoder": "yolov8",
            "nmsIou": 0.5,
            "scoreFloor": 0.02,
            "maxDetections": 100,
        },
        "labels": [{"name": name, "role": name} for name in CLASSES],
        "thresholds": thresholds(metrics["thresholds"]),
        "runtime": {"preferred": ["wasm"], "notes": "int8: WASM only"},
    }


def thresholds(measured: dict) -> dict:
    result = {name: {kind: measured[name][kind] for kind in ("typical", "conservative")} for name in CLASSES}
    animal, person, vehicle = (measured[name] for name in CLASSES)
    result["measuredOn"] = (
        f"photos never trained on: {animal['positives']} with animals (two thirds from trail cameras), "
        f"{person['positives']} with people and {vehicle['positives']} with vehicles (hardly any from trail "
        f"cameras), against {animal['blanks']} empty ones (half from one trail camera)"
    )
    return result


def write_pack(folder: Path) -> None:
    metrics = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    text = json.dumps(manifest(metrics), indent=2, ensure_ascii=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")
    (folder / "LICENSE").write_text(LICENCE_TEXT.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "MODEL_CARD.md").write_text(write_card(metrics), encoding="utf-8")
