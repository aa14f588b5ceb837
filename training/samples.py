"""Makes endless batches of training samples, in worker processes."""

import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from .camera_effects import CameraEffects
from .labels import TRAIL_CAMERA_SOURCES, Photo
from .pasting import Paster, erase
from .photo_cache import PhotoCache
from .sampling import draw_weights
from .scene import Scene
from .settings import MAXIMUM_BOXES, SEED
from .views import look

PASTE_SHARES = (0.60, 0.33, 0.07)  # animal, person, vehicle among pasted objects
PASTE_CHANCE, NOTHING_CHANCE = 0.52, 0.35  # on views without objects
NIGHT_CHANCE, FLASH_CHANCE = 0.38, 0.55  # infra-red; at night, pasted objects right in the flash

Batch = dict[str, torch.Tensor]


def make_sample(random, photos, cache, paster: Paster, effects: CameraEffects, teacher, index: int, size) -> Scene:
    photo, night = photos[index], random.random() < NIGHT_CHANCE
    scene = look(random, photo, cache.image(index), *size)
    if len(scene.boxes) and random.random() < (0.3 if photo.source in TRAIL_CAMERA_SOURCES else 0.06):
        erase(random, scene)
    if len(scene.boxes) == 0:
        while random.random() < NOTHING_CHANCE:
            paster.lay(random, scene, None)
        paste(random, scene, paster, flash=night and random.random() < FLASH_CHANCE)
    if random.random() < 0.5:
        scene.flip()
    scene.image = effects.apply(random, scene.image, night)
    scene.letterbox(*size)
    if teacher:
        scene.soft = teacher.targets(scene, *size)
    return scene


def paste(random, scene: Scene, paster: Paster, flash: bool) -> None:
    """Lays up to four objects on an empty scene, or none."""
    while random.random() < PASTE_CHANCE and len(scene.boxes) < 4:
        paster.lay(random, scene, int(random.choice(3, p=PASTE_SHARES)), flash)
        if flash or random.random() < 0.7:
            break


def collate(scenes: list[Scene]) -> Batch:
    """`images` uint8 [B, 3, H, W]; `boxes` [B, M, 4] pixels; `classes` [B, M], -1 pads;
    `certain` bool [B, M]; `known` bool [B, 3]; with a teacher also
    `soft` uint8 [B, 80, H / 16, W / 16]."""
    count = len(scenes)
    boxes = np.zeros((count, MAXIMUM_BOXES, 4), np.float32)
    classes = np.full((count, MAXIMUM_BOXES), -1, np.int64)
    certain = np.zeros((count, MAXIMUM_BOXES), bool)
    for row, scene in enumerate(scenes):
        number = min(len(scene.boxes), MAXIMUM_BOXES)
        boxes[row, :number] = scene.boxes[:number]
        classes[row, :number] = scene.classes[:number]
        certain[row, :number] = scene.certain[:number]
    images = np.stack([np.asarray(scene.image) for scene in scenes])
    arrays = (images.transpose(0, 3, 1, 2).copy(), boxes, classes, certain, np.stack([s.known for s in scenes]))
    batch = {k: torch.from_numpy(a) for k, a in zip(("images", "boxes", "classes", "certain", "known"), arrays)}
    if scenes[0].soft is not None:
        batch["soft"] = torch.from_numpy(np.stack([scene.soft for scene in scenes]))
    return batch


class SampleStream(IterableDataset):
    """Yields whole batches. `size` (shared memory, width and height) may change while it runs."""

    def __init__(self, photos: list[Photo], cache: PhotoCache, cutouts, teacher, batch_size: int, size: torch.Tensor):
        self.photos, self.cache, self.batch_size, self.size = photos, cache, batch_size, size
        self.teacher = teacher
        self.paster = Paster(photos, cache, cutouts)
        self.indices, self.weights = draw_weights(photos)
        self.start = 0  # mixed into the seed, so that a resumed run sees new samples

    def __iter__(self):
        worker = get_worker_info()
        random = np.random.default_rng([SEED, self.start, worker.id if worker else 0])
        effects = CameraEffects(random)
        while True:
            size = tuple(int(v) for v in self.size)
            chosen = random.choice(self.indices, self.batch_size, p=self.weights)
            tools = random, self.photos, self.cache, self.paster, effects, self.teacher
            yield collate([make_sample(*tools, int(index), size) for index in chosen])


def batches(stream: SampleStream, workers: int = 2) -> DataLoader:
    return DataLoader(stream, batch_size=None, num_workers=workers, prefetch_factor=6 if workers else None)
