"""What a training run is made of: the network, its average, the helper, the optimiser; one step of it; saving it."""

import copy
import time
from pathlib import Path

import torch
from torch import nn

from .losses import TEACHER_SHARE, teacher_loss, total_loss
from .network import WIDTHS, Lookout
from .targets import assign
from .teacher import KINDS

WEIGHT_DECAY = 0.03
AVERAGE = 0.999  # decay of the weight average per step, less at the start
SAVED = ("model", "average", "helper", "optimizer")


def update_average(average: Lookout, model: Lookout, step: int) -> None:
    decay = min(AVERAGE, (step + 1) / (step + 20))
    with torch.no_grad():
        for kept, new in zip(average.state_dict().values(), model.state_dict().values()):
            if kept.dtype.is_floating_point:
                kept.lerp_(new, 1 - decay)
            else:
                kept.copy_(new)


def bfloat16_is_faster() -> bool:
    """Processors without the instructions for it take three times as long as with float32."""
    model = Lookout().to(memory_format=torch.channels_last)
    images = torch.rand(8, 3, 192, 256).contiguous(memory_format=torch.channels_last)
    times = {False: [], True: []}
    for enabled in (False, True) * 3:
        began = time.perf_counter()
        with torch.autocast("cpu", torch.bfloat16, enabled=enabled):
            output = model(images)
        output.square().mean().backward()
        times[enabled].append(time.perf_counter() - began)
    return min(times[True]) < min(times[False])


class State:
    """The state of a training run, which can be saved and taken up again."""

    def __init__(self, model: Lookout, before: list[dict]):
        self.model = model.to(memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.model)
        self.helper = nn.Conv2d(WIDTHS[3], KINDS, 1)  # answers for the teacher; not part of the model
        nn.init.constant_(self.helper.bias, -5.0)
        shapes = [[p for p in self.model.parameters() if (p.ndim > 1) == many] for many in (True, False)]
        self.optimizer = torch.optim.AdamW(
            [{"params": shapes[0]}, {"params": shapes[1], "weight_decay": 0.0}, {"params": self.helper.parameters()}],
            weight_decay=WEIGHT_DECAY,
        )
        self.step, self.spent = 0, 0.0  # optimiser steps and seconds so far
        self.before = before  # minutes and steps of the runs whose weights this one began with
        self.half = bfloat16_is_faster()

    def save(self, work: Path) -> None:
        parts = {name: getattr(self, name).state_dict() for name in SAVED}
        torch.save({**parts, "step": self.step, "spent": self.spent, "before": self.before}, work / "new.pt")
        (work / "new.pt").replace(work / "last.pt")

    def resume(self, work: Path) -> None:
        saved = torch.load(work / "last.pt", weights_only=True)
        for name in SAVED:
            getattr(self, name).load_state_dict(saved[name])
        self.step, self.spent, self.before = saved["step"], saved["spent"], saved["before"]

    def notes(self) -> dict:
        """What the card says of the run."""
        return {"minutes": round(self.spent / 60), "steps": self.step, "before": self.before}

    def learn(self, batch, centres, strides, rate: float) -> dict[str, float]:
        """One step on one batch; returns the losses."""
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        images = batch["images"].float().div_(255).contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.half):
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
