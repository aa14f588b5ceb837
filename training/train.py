"""Trains the network for a budget of minutes; the schedule follows the clock, not a count of steps.

AdamW, one cosine from the peak to nothing after a short rise, bfloat16 where that is faster, and an
exponential average of the weights, which is what is judged and shipped. The first part of a run from
random weights sees smaller pictures: most of what there is to learn does not need the pixels.
"""

import json
import math
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from .judging import areas, judged_photos
from .labels import Photo
from .letterbox import letterbox
from .network import Lookout, cell_centres
from .photo_cache import PhotoCache
from .samples import SampleStream, batches
from .settings import EARLY_HEIGHT, EARLY_WIDTH, HEIGHT, WIDTH
from .state import State
from .teacher import Teacher

FRESH_RATE, CONTINUED_RATE = 2e-3, 8e-4  # peaks, for random weights and for those of an earlier run
FRESH_EARLY, CONTINUED_EARLY = 0.62, 0.0  # share of the run at the smaller size, for the same two
RISE = 0.03  # share of the run until the peak
SAVE_EVERY = 300  # seconds


@dataclass(frozen=True)
class Plan:
    """How long and how to train; `work` is where `last.pt` and `log.jsonl` go."""

    work: Path
    minutes: float
    batch_size: int
    judge_every: float  # minutes; it takes half of one


def learning_rate(done: float, peak: float) -> float:
    """`done` is the elapsed share of the run, 0-1."""
    if done < RISE:
        return peak * max(done / RISE, 0.02)
    return peak * 0.5 * (1 + math.cos(math.pi * min(1.0, (done - RISE) / (1 - RISE))))


@torch.no_grad()
def image_logits(model: Lookout, images: np.ndarray, batch_size: int = 32) -> np.ndarray:
    """Highest logit per class [n, 3] of letterboxed photos uint8 [n, H, W, 3]."""
    model.eval()
    found = []
    for start in range(0, len(images), batch_size):
        block = torch.from_numpy(images[start : start + batch_size]).permute(0, 3, 1, 2).float() / 255
        found.append(model(block.contiguous(memory_format=torch.channels_last))[:, 4:].amax(2))
    return torch.cat(found).numpy()


def train(
    state: State, plan: Plan, photos: list[Photo], cache: PhotoCache, cutouts: dict[str, np.ndarray], teacher: Teacher | None
) -> None:
    """Trains `state` until the plan's minutes are spent, counting those of before a stop."""
    peak, early = (CONTINUED_RATE, CONTINUED_EARLY) if state.before else (FRESH_RATE, FRESH_EARLY)
    size = torch.tensor([WIDTH, HEIGHT]).share_memory_()  # the workers read it
    stream = SampleStream(photos, cache, cutouts, teacher, plan.batch_size, size)
    stream.start = state.step
    judged = judged_photos(photos)
    views = np.stack([letterbox(cache.image(photo.index)) for photo in judged])
    grids, recent = {}, []
    budget, began = plan.minutes * 60, time.monotonic() - state.spent
    judged_at = saved_at = state.spent
    if state.spent < early * budget:
        size.copy_(torch.tensor([EARLY_WIDTH, EARLY_HEIGHT]))
    state.model.train()
    for batch in batches(stream):
        state.spent = time.monotonic() - began
        done = state.spent / budget
        if done >= 1:
            break
        if done >= early:
            size.copy_(torch.tensor([WIDTH, HEIGHT]))
        shape = batch["images"].shape[3], batch["images"].shape[2]
        grid = grids.setdefault(shape, cell_centres(*shape))
        recent.append(state.learn(batch, *grid, learning_rate(done, peak)))
        if state.spent - judged_at > plan.judge_every * 60:
            judged_at = saved_at = state.spent
            report(state, plan.work, judged, views, recent)
            recent = []
        elif state.spent - saved_at > SAVE_EVERY:
            saved_at = state.spent
            state.save(plan.work)
    report(state, plan.work, judged, views, recent)


def report(state: State, work: Path, judged, views: np.ndarray, recent: list[dict[str, float]]) -> None:
    """Saves the run, judges the average and notes it in the log."""
    state.save(work)
    entry = {
        "minutes": round(state.spent / 60, 1),
        "step": state.step,
        "losses": {k: round(float(np.mean([r[k] for r in recent])), 4) for k in (recent[0] if recent else {})},
        "areas": {k: round(v, 4) for k, v in areas(judged, image_logits(state.average, views)).items()},
    }
    with open(work / "log.jsonl", "a", encoding="utf-8") as log:
        log.write(json.dumps(entry) + "\n")
    print(json.dumps(entry), flush=True)
