"""Trail-like views of the hold-out: the photos nobody gave us, imitated with fixed seeds.

No photo of a person at night, or of half a person at knee height, is in the dataset. So each held-out
person is shown as a part of the body, and each held-out empty scene as it is, both through the same
camera effects as in training. It measures an imitation, and only for comparison between models.
"""

import numpy as np
from PIL import Image

from .camera_effects import CameraEffects
from .labels import Photo
from .photo_cache import open_photo
from .samples import NIGHT_CHANCE
from .settings import HEIGHT, PERSON, WIDTH
from .views import inside, render

SMALLEST_PERSON = 0.06  # of the photo's area; parts of smaller ones are only blur


def trail_views(photos: list[Photo], dataset) -> tuple[list[Image.Image], list[Image.Image]]:
    """Views with parts of people, and empty ones, of the hold-out."""
    random = np.random.default_rng(7)
    effects = CameraEffects(random)
    people, blanks = [], []
    for photo in photos:
        if photo.split != "holdout":
            continue
        large = np.flatnonzero((photo.classes == PERSON) & (photo.boxes[:, 2] * photo.boxes[:, 3] >= SMALLEST_PERSON))
        if len(large) == 0 and photo.group != "empty":
            continue
        image = open_photo(dataset / "images" / photo.file)
        if photo.group == "empty":
            view = (image.width * 0.02, image.height * 0.1, image.width * 0.96, image.width * 0.96 * HEIGHT / WIDTH)
            target = blanks
        else:
            box = photo.boxes[random.choice(large)] * [*image.size, *image.size]
            view = inside(random, image.size, WIDTH / HEIGHT, box, PERSON)
            target = people
        target.append(effects.apply(random, render(image, view, WIDTH, HEIGHT)[0], random.random() < NIGHT_CHANCE))
    return people, blanks
