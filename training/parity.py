"""Writes what the shipped model says about a picture drawn by code, for the app's parity test.

The picture, 640 x 427 pixels, in integers only (// rounds down):
    red   = (x * 255) // 639
    green = (y * 255) // 426
    blue  = ((x // 40 + y // 40) % 2) * 160 + (x * y) % 61
and (96, 72, 56) wherever 9 * (x - 320)^2 + 25 * (y - 260)^2 < 9 * 150^2.

    python -m training.parity            # models/lookout/parity.json
"""

import argparse
import json
from pathlib import Path

import numpy as np
from PIL import Image

from .letterbox import letterbox
from .quantise import to_input
from .scoring import open_session
from .settings import CLASSES, HEIGHT, INT8_FILE, WIDTH

PROBES = [(x, y) for y in (5, 60, 120, 180, 215) for x in (3, 80, 160, 240, 316)]  # of the letterboxed input


def drawn_picture() -> Image.Image:
    y, x = np.mgrid[0:427, 0:640]
    channels = [x * 255 // 639, y * 255 // 426, (x // 40 + y // 40) % 2 * 160 + x * y % 61]
    pixels = np.stack(channels, -1).astype(np.uint8)
    pixels[9 * (x - 320) ** 2 + 25 * (y - 260) ** 2 < 9 * 150**2] = (96, 72, 56)
    return Image.fromarray(pixels)


def expectations(model: Path) -> dict:
    view = letterbox(drawn_picture())
    output = open_session(model).run(None, {"images": to_input(view)})[0][0]
    best = output[4:].argmax(1)
    return {
        "picture": "see training/parity.py",
        "input": [WIDTH, HEIGHT],
        "probes": [{"x": x, "y": y, "rgb": view[y, x].tolist()} for x, y in PROBES],
        "best": [
            {
                "label": name,
                "score": round(float(output[4 + number, best[number]]), 5),
                "box": [round(float(v), 2) for v in output[:4, best[number]]],
            }
            for number, name in enumerate(CLASSES)
        ],
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=Path("models/lookout") / INT8_FILE)
    arguments = parser.parse_args()
    text = json.dumps(expectations(arguments.model))
    arguments.model.with_name("parity.json").write_text(text + "\n", encoding="utf-8")
