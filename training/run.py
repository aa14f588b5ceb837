"""From a dataset folder to the model pack, in one command:

    python -m training.run --dataset FOLDER --out models/lookout --work FOLDER --minutes 100

`--smoke` does all of it on about 200 photos in a few minutes. Started again with the same `--work`, a
run goes on where it was; a larger `--minutes` trains the same weights further. `--from FILE` begins with
the weights of a published int8 file instead of random ones.
"""

import argparse
import os
from pathlib import Path

import numpy as np
import torch

from . import calibration, evaluate
from .cutouts import build_cutouts
from .export import export
from .judging import judged_photos
from .labels import Photo, read_labels
from .letterbox import letterbox
from .network import Lookout
from .pack import write_pack
from .photo_cache import PhotoCache, build_cache
from .quantise import quantise
from .samples import SampleStream
from .scoring import score_images
from .settings import HEIGHT, INT8_FILE, SEED, WIDTH
from .state import State
from .teacher import Teacher
from .train import Plan, train
from .warm_start import warm_start

CALIBRATION_VIEWS = 192  # half augmented training views, half untouched trail-camera photos


def calibration_views(photos: list[Photo], cache: PhotoCache, cutouts) -> np.ndarray:
    """uint8 [n, H, W, 3] that show the network its range of inputs."""
    random = np.random.default_rng(SEED)
    stream = SampleStream(photos, cache, cutouts, None, CALIBRATION_VIEWS // 2, torch.tensor([WIDTH, HEIGHT]))
    augmented = next(iter(stream))["images"].numpy().transpose(0, 2, 3, 1)
    trained = [photo.index for photo in photos if photo.split == "train"]
    chosen = random.choice(trained, min(len(trained), CALIBRATION_VIEWS // 2), replace=False)
    return np.concatenate([augmented, [letterbox(cache.image(i)) for i in chosen]])


def begin(arguments, views: np.ndarray) -> State:
    """The network to go on with: where this work folder's run stopped, or a published file, or random weights."""
    torch.manual_seed(SEED)
    model, stopped = Lookout(), (arguments.work / "last.pt").exists()
    state = State(model, warm_start(model, arguments.start, views) if arguments.start and not stopped else [])
    if stopped:
        state.resume(arguments.work)
    return state


def finish(model: Lookout, photos, cache, views: np.ndarray, arguments, notes: dict) -> None:
    """Calibrates, exports, quantises, evaluates and packs a trained network."""
    work, out = arguments.work, arguments.out
    out.mkdir(parents=True, exist_ok=True)
    judged = judged_photos(photos)

    raw, float_file, int8_file = work / "raw.onnx", work / "lookout.float.onnx", out / INT8_FILE
    export(model, calibration.IDENTITY, raw)
    quantise(raw, work / "raw.int8.onnx", views)
    scores = score_images(work / "raw.int8.onnx", "lookout", (cache.image(p.index) for p in judged))
    fitted = calibration.fit(np.log(scores) - np.log1p(-scores), judged)

    export(model, fitted, float_file)
    quantise(float_file, int8_file, views)
    extra = {"training": {**notes, "calibration": {"factors": fitted.factors, "offsets": fitted.offsets}}}
    metrics = evaluate.evaluate(arguments.dataset, int8_file, float_file, arguments.baseline, extra, photos)
    evaluate.save(metrics, out / "metrics.json")
    write_pack(out)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dataset", type=Path, required=True, help="folder with labels.csv and images/")
    parser.add_argument("--out", type=Path, default=Path("models/lookout"))
    parser.add_argument("--work", type=Path, default=Path("training/runs/lookout"), help="cache, checkpoints, float model")
    parser.add_argument("--minutes", type=float, default=100)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--judge-every", type=float, default=12, help="minutes between looks at the hold-out")
    parser.add_argument("--baseline", type=Path, help="yolox_nano.onnx: teacher, and judged on the same photos")
    parser.add_argument("--from", dest="start", type=Path, metavar="FILE", help="a published int8 file to begin with")
    parser.add_argument("--smoke", action="store_true", help="200 photos and one minute: does it run?")
    parser.add_argument("--finish-only", action="store_true", help="export the last checkpoint, do not train")
    return parser.parse_args()


def main() -> None:
    arguments = parse()
    if arguments.smoke:
        arguments.minutes, arguments.work = 1.0, arguments.work / "smoke"
        if arguments.out == Path("models/lookout"):
            arguments.out = arguments.work / "pack"  # never over the real one
    arguments.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(os.cpu_count() or 1)
    photos = read_labels(arguments.dataset, 200 if arguments.smoke else None)
    cache = build_cache(arguments.dataset, photos, arguments.work)
    cutouts = build_cutouts(photos, cache, arguments.work)
    teacher = Teacher(arguments.baseline, photos, cache, arguments.work) if arguments.baseline else None
    photos = teacher.with_people_known(photos) if teacher else photos
    views = calibration_views(photos, cache, cutouts)
    state = begin(arguments, views)
    if not arguments.finish_only:
        plan = Plan(arguments.work, arguments.minutes, arguments.batch, arguments.judge_every)
        train(state, plan, photos, cache, cutouts, teacher)
    notes = state.notes() | {"batch": arguments.batch, "seed": SEED, "teacher": bool(teacher)}
    finish(state.average, photos, cache, views, arguments, notes)


if __name__ == "__main__":
    main()
