"""Fits what the published file calls a person again, and writes the pack anew:

    python -m training.refit_person --dataset FOLDER --baseline yolox_nano.onnx --batches 600

Animal photos in which the teacher sees nobody count as photos without people (`Teacher.with_people_known`). All other
answers of the file stay what they are, bit for bit. Takes minutes.
"""

import argparse
import json
from itertools import islice
from pathlib import Path

import numpy as np
import torch

from . import calibration, evaluate
from .cutouts import build_cutouts
from .export import export
from .judging import judged_photos
from .labels import Photo, read_labels
from .network import Lookout, cell_centres
from .pack import write_pack
from .person_row import PublishedFile, RowFit, of_people
from .photo_cache import PhotoCache, build_cache
from .run import calibration_views
from .samples import SampleStream, batches
from .scoring import score_images
from .settings import HEIGHT, INT8_FILE, PERSON, SEED, WIDTH
from .targets import assign
from .teacher import Teacher
from .warm_start import warm_start

BATCH, ROUNDS = 32, 5


def fit(file: PublishedFile, stream: SampleStream, total: int) -> None:
    """Shows the file `total` batches of training samples, `ROUNDS` times, and gives it the rows that came of it."""
    towers, row_fit = file.towers(), RowFit(file.rows(), total * ROUNDS)
    grid, kept = cell_centres(WIDTH, HEIGHT), []
    for batch in islice(batches(stream), total):
        features = [grid_features.half() for grid_features in towers.look(batch["images"])]
        kept.append((features, of_people(assign(batch, *grid))))
    random = np.random.default_rng(SEED)
    for number in range(ROUNDS):
        losses = [row_fit.learn([part.float() for part in kept[i][0]], kept[i][1]) for i in random.permutation(total)]
        print(number + 1, f"{np.mean(losses):.3f}", flush=True)
    file.put_rows(row_fit.rows)


def calibrate(file: PublishedFile, path: Path, judged: list[Photo], cache: PhotoCache) -> tuple[float, float]:
    """Folds a fresh calibration into the rows, and writes the file. Returns its factor and offset."""
    file.save(path)
    scores = score_images(path, "lookout", (cache.image(p.index) for p in judged))[:, PERSON]
    usable, truth = calibration.truth_of(judged, PERSON)
    logits = (np.log(scores) - np.log1p(-scores))[usable]
    factor, offset = calibration.fit_one(logits, truth, calibration.balance(truth))
    file.put_rows([(weight * factor, bias * factor + offset) for weight, bias in file.rows()])
    file.save(path)
    return factor, offset


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dataset", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path("models/lookout") / INT8_FILE, help="the file to change")
    parser.add_argument("--work", type=Path, default=Path("training/runs/lookout"), help="cache, float model")
    parser.add_argument("--baseline", type=Path, required=True, help="yolox_nano.onnx: teacher, and judged on the same photos")
    parser.add_argument("--batches", type=int, default=600, help="7 MB of memory each")
    return parser.parse_args()


def main() -> None:
    arguments = parse()
    model, work = arguments.model, arguments.work
    work.mkdir(parents=True, exist_ok=True)
    photos = read_labels(arguments.dataset)
    cache = build_cache(arguments.dataset, photos, work)
    cutouts = build_cutouts(photos, cache, work)
    labelled = Teacher(arguments.baseline, photos, cache, work).with_people_known(photos)
    stream = SampleStream(labelled, cache, cutouts, None, BATCH, torch.tensor([WIDTH, HEIGHT]))
    stream.start = 1  # other samples than the run had that made the file

    metrics_path = model.with_name("metrics.json")
    metrics = json.loads(metrics_path.read_text(encoding="utf-8"))
    training = metrics["training"]
    file = PublishedFile(model)
    file.take_back(training["calibration"]["factors"][PERSON], training["calibration"]["offsets"][PERSON])
    fit(file, stream, arguments.batches)
    factor, offset = calibrate(file, model, judged_photos(photos), cache)

    training["calibration"]["factors"][PERSON], training["calibration"]["offsets"][PERSON] = factor, offset
    training["personRefit"] = {"batches": arguments.batches, "batch": BATCH}
    evaluate.save(metrics, metrics_path)  # the warm start reads the calibration from it
    plain, float_file = Lookout(), work / "lookout.float.onnx"
    warm_start(plain, model, calibration_views(photos, cache, cutouts))
    export(plain, calibration.Calibration(**training["calibration"]), float_file)
    models = model, float_file, arguments.baseline
    evaluate.save(evaluate.evaluate(arguments.dataset, *models, {"training": training}, photos), metrics_path)
    write_pack(model.parent)


if __name__ == "__main__":
    main()
