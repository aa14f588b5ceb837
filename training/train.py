"""Trains the network for a budget of minutes; the schedule follows the clock, not a count of steps.

AdamW, one cosine from the peak to nothing after a short rise, bfloat16 where the processor has it, and
an exponential average of the weights, which is what is judged and shipped. The first part of the run
sees smaller pictures: most of what there is to learn does not need the pixels.
"""

import copy
import json
import math
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

from .judging import areas, judged_photos
from .labels import Photo
from .letterbox import letterbox
from .losses import TEACHER_SHARE, teacher_loss, total_loss
from .network import WIDTHS, Lookout, cell_centres
from .photo_cache import PhotoCache
from .samples import SampleStream, batches
from .settings import EARLY_HEIGHT, EARLY_WIDTH, HEIGHT, SEED, WIDTH
from .targets import assign
from .teacher import KINDS, Teacher

PEAK_RATE, WEIGHT_DECAY, RISE = 2e-3, 0.03, 0.015
EARLY_SHARE = 0.62  # of the run at the smaller size
SAVED = ("model", "average", "helper", "optimizer")
AVERAGE = 0.999  # decay of the weight average per step, less at the start


def learning_rate(done: float) -> float:
    """`done` is the elapsed share of the run, 0-1."""
    if done < RISE:
        return PEAK_RATE * max(done / RISE, 0.02)
    return PEAK_RATE * 0.5 * (1 + math.cos(math.pi * min(1.0, (done - RISE) / (1 - RISE))))


def update_average(average: Lookout, model: Lookout, step: int) -> None:
    decay = min(AVERAGE, (step + 1) / (step + 20))
    with torch.no_grad():
        for kept, new in zip(average.state_dict().values(), model.state_dict().values()):
            if kept.dtype.is_floating_point:
                kept.lerp_(new, 1 - decay)
            else:
                kept.copy_(new)


@torch.no_grad()
def image_logits(model: Lookout, images: np.ndarray, batch_size: int = 32) -> np.ndarray:
    """Highest logit per class [n, 3] of letterboxed photos uint8 [n, H, W, 3]."""
    model.eval()
    found = []
    for start in range(0, len(images), batch_size):
        block = torch.from_numpy(images[start : start + batch_size]).permute(0, 3, 1, 2).float() / 255
        with torch.autocast("cpu", torch.bfloat16):
            found.append(model(block.contiguous(memory_format=torch.channels_last))[:, 4:].amax(2))
    return torch.cat(found).numpy()


class Run:
    """The state of a training run, which can be saved and taken up again."""

    def __init__(self, work: Path):
        torch.manual_seed(SEED)
        self.work = work
        self.model = Lookout().to(memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.model)
        self.helper = nn.Conv2d(WIDTHS[3], KINDS, 1)  # answers for the teacher; not part of the model
        nn.init.constant_(self.helper.bias, -5.0)
        shapes = [[p for p in self.model.parameters() if (p.ndim > 1) == many] for many in (True, False)]
        self.optimizer = torch.optim.AdamW(
            [{"params": shapes[0]}, {"params": shapes[1], "weight_decay": 0.0}, {"params": self.helper.parameters()}],
            weight_decay=WEIGHT_DECAY,
        )
        self.step, self.spent = 0, 0.0  # optimiser steps and seconds so far

    def save(self) -> None:
        parts = {name: getattr(self, name).state_dict() for name in SAVED}
        torch.save({**parts, "step": self.step, "spent": self.spent}, self.work / "new.pt")
        (self.work / "new.pt").replace(self.work / "last.pt")

    def resume(self) -> None:
        if (self.work / "last.pt").exists():
            state = torch.load(self.work / "last.pt", weights_only=True)
            for name in SAVED:
                getattr(self, name).load_state_dict(state[name])
            self.step, self.spent = state["step"], state["spent"]

    def learn(self, batch, centres, strides, rate: float) -> dict[str, float]:
        """One step on one batch; returns the losses."""
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        images = batch["images"].float().div_(255).contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):
            fine, coarse = self.model.features(images)
            output = self.model.answer(fine, coarse)
            answers = self.helper(coarse) if "soft" in batch else None
        parts = total_loss(output, assign(batch, centres, strides), centres, strides)
        if answers is not None:
            parts["teacher"] = teacher_loss(answers.float(), batch["soft"])
            parts["total"] = parts["total"] + TEACHER_SHARE * parts["teacher"]
        self.optimizer.zero_grad(set_to_none=True)
        parts["total"].backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 5.0)
        self.optimizer.step()
        update_average(self.average, self.model, self.step)
        self.step += 1
        return {name: value.item() for name, value in parts.items()}


def train(
    photos: list[Photo],
    cache: PhotoCache,
    cutouts: dict[str, np.ndarray],
    teacher: Teacher | None,
    work: Path,
    minutes: float,
    batch_size: int,
    judge_every: float,
) -> tuple[Lookout, dict]:
    """Returns the averaged network, and the minutes and steps it took.

    Writes `last.pt` and `log.jsonl` into `work` every `judge_every` minutes, and resumes from there.
    """
    run = Run(work)
    run.resume()
    size = torch.tensor([EARLY_WIDTH, EARLY_HEIGHT]).share_memory_()  # the workers read it
    stream = SampleStream(photos, cache, cutouts, teacher, batch_size, size)
    stream.start = run.step
    judged = judged_photos(photos)
    views = np.stack([letterbox(cache.image(photo.index)) for photo in judged])
    grids, recent = {}, []
    budget, began, judged_at = minutes * 60, time.monotonic() - run.spent, run.spent
    run.model.train()
    for batch in batches(stream):
        run.spent = time.monotonic() - began
        done = run.spent / budget
        if done >= 1:
            break
        if done >= EARLY_SHARE:
            size.copy_(torch.tensor([WIDTH, HEIGHT]))
        shape = batch["images"].shape[3], batch["images"].shape[2]
        grid = grids.setdefault(shape, cell_centres(*shape))
        recent.append(run.learn(batch, *grid, learning_rate(done)))
        if run.spent - judged_at > judge_every * 60:
            judged_at = run.spent
            report(run, judged, views, recent)
            recent = []
    report(run, judged, views, recent)
    return run.average, {"minutes": round(run.spent / 60), "steps": run.step}


def report(run: Run, judged, views: np.ndarray, recent: list[dict[str, float]]) -> None:
    """Judges the average, notes it in the log and saves the run."""
    entry = {
        "minutes": round(run.spent / 60, 1),
        "step": run.step,
        "losses": {k: round(float(np.mean([r[k] for r in recent])), 4) for k in (recent[0] if recent else {})},
        "areas": {k: round(v, 4) for k, v in areas(judged, image_logits(run.average, views)).items()},
    }
    with open(run.work / "log.jsonl", "a", encoding="utf-8") as log:
        log.write(json.dumps(entry) + "\n")
    print(json.dumps(entry), flush=True)
    run.save()
