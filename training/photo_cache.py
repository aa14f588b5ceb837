"""Decodes every photo once into one flat file, so that training never waits for a decoder."""

import json
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from .labels import Photo


class PhotoCache:
    """RGB bytes of all photos, memory-mapped; `image(i)` gives photo i without copying the rest."""

    def __init__(self, folder: Path):
        self.entries = json.loads((folder / "photos.json").read_text())
        self.pixels = np.memmap(folder / "photos.bin", np.uint8, mode="r")

    def image(self, index: int) -> Image.Image:
        offset, width, height = self.entries[index]
        flat = self.pixels[offset : offset + width * height * 3]
        return Image.fromarray(flat.reshape(height, width, 3))


def open_photo(path: Path) -> Image.Image:
    """The photo upright, in RGB."""
    return ImageOps.exif_transpose(Image.open(path)).convert("RGB")


def build_cache(dataset: Path, photos: list[Photo], folder: Path) -> PhotoCache:
    listing = folder / "photos.json"
    if listing.exists() and len(json.loads(listing.read_text())) == len(photos):
        return PhotoCache(folder)
    folder.mkdir(parents=True, exist_ok=True)
    entries, offset = [], 0
    with open(folder / "photos.bin", "wb") as out:
        for photo in photos:
            image = open_photo(dataset / "images" / photo.file)
            out.write(np.asarray(image).tobytes())
            entries.append((offset, *image.size))
            offset += image.width * image.height * 3
    listing.write_text(json.dumps(entries))
    return PhotoCache(folder)
