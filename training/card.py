"""Writes MODEL_CARD.md. Every number in it comes from `metrics.json`."""

from .card_tables import area_table, reliability_tables, source_table, threshold_table
from .card_texts import CANNOT, RETRAIN, USES


def write_card(metrics: dict) -> str:
    """The card as Markdown."""
    model, training = metrics["model"], metrics.get("training", {})
    trail, europe = metrics["trailViews"], metrics["europeanRecall"]
    trained = sum(row["train"] for row in metrics["data"])
    parts = [
        "# Lookout: model card",
        "Finds animals, people and vehicles in camera-trap photos; a photo with none of them is blank. "
        "Small enough to come with the app and to run in the browser without a graphics card.",
        "## What it cannot do",
        CANNOT.format(
            missed=percent(1 - europe["recall"]),
            cameras=europe["photos"],
            fox=row_value(metrics, "fox camera: animal vs blank"),
            fox_miss=percent(1 - row_recall(metrics, "fox camera: animal vs blank")),
            fox_blanks=percent(metrics["thresholds"]["animal"]["foxCameraFalseAlarms"]["typical"]),
            animals_held=percent(metrics["thresholds"]["person"]["animalsReported"]["conservative"]),
            trail=percent(trail["int8"]["recallAt5PercentFalseAlarms"]),
        ),
        "## What it is for",
        USES,
        "## How good it is",
        "Area under the ROC curve per photo: the chance that a photo with the class scores above one without. "
        "In brackets 95 % bootstrap intervals that redraw whole cameras (or whole split keys); where a side comes "
        "from one camera, its photos are redrawn, which says nothing about other cameras. No photo below was "
        "trained on, and the weights at the end of the schedule were kept, not the best of many looks; but the "
        "imitation of night, close-ups and bodies cut by the frame was adjusted after looking at errors on the fox "
        "camera, so its row flatters.",
        area_table(metrics),
        f"Animals found on the {europe['photos']} photos of European cameras at the typical threshold "
        f"({europe['threshold']}): **{percent(europe['recall'])}** ({percent(europe['interval95'][0])} to "
        f"{percent(europe['interval95'][1])}).",
        f"Imitated trail photos ({trail['people']} parts of held-out people and {trail['blanks']} empty scenes through "
        f"the training's own camera effects, night included): {trail_line(trail)}. This compares models; it does not "
        "promise the same on real cameras.",
        "## Thresholds",
        "`typical`, for people and vehicles, is the best F1 against blanks and against "
        f"{metrics['thresholds']['person']['animalRivals']} photos of animals (both sides equally common). For animals it is the "
        f"lowest threshold whose F1 against blanks is within {metrics['thresholds']['animal']['f1Tolerance']} of the best: the "
        "curve is flat there, and a missed animal costs more than a second look; that tolerance was chosen with these "
        "photos in view. `conservative` keeps at least the given share of photos with the class, for people also of the "
        "imitated trail photos above, and is what the people gate uses.",
        threshold_table(metrics["thresholds"]),
        "## Calibration",
        "Platt's factor and offset per class, folded into the graph, fitted on the photos judged above with positives "
        "and negatives weighted alike (two numbers per class). So a score is a probability for a camera that sees the "
        "class in half of its photos; where it is rarer, scores promise too much. `observed` is how often it was so.",
        reliability_tables(metrics["reliability"]),
        "## What it is",
        f"Input {model['input'][0]} × {model['input'][1]} pixels, RGB. {model['parameters'] / 1e6:.2f} million parameters, "
        f"{model['multiplyAccumulates'] / 1e9:.2f} billion multiply-accumulates, {model['bytes'] / 2**20:.2f} MiB as int8. "
        "Dense 3 × 3 convolutions, BatchNorm, ReLU; two output grids (strides 8 and 16); anchor-free boxes per class. "
        + history(training),
        speed_line(metrics["milliseconds"]),
        "## What it was trained on",
        f"{trained} photos of long side 256 pixels. Licences as found in the public repositories that the photos come "
        "from; the photos are not part of this project. Boxes of classes that a source does not label were added by "
        "YOLOX-nano (Apache-2.0, COCO) where its score was 0.45 or more. " + teacher_line(training),
        source_table(metrics["data"]),
        "## How to train it again",
        RETRAIN,
    ]
    return "\n\n".join(parts) + "\n"


def history(training: dict) -> str:
    """How long it was trained, in one run from random weights or in several that each began with the last."""
    if not training:
        return "Random initialisation."
    runs = [*training.get("before", []), training]
    lengths = [f"{run['steps']} steps in {run['minutes']} minutes" for run in runs]
    together = f" Each began with the weights that the one before had published; {steps_of(runs)} together."
    refit = training.get("personRefit")
    again = f" Then the numbers that say `person` were fitted again on {refit['batches'] * refit['batch']} pictures." if refit else ""
    return (
        f"Random initialisation, then {', '.join(lengths)} on two CPU cores shared with other work; "
        f"{training['batch']} pictures a step, seed {training['seed']}." + (together if len(runs) > 1 else "") + again
    )


def steps_of(runs: list[dict]) -> str:
    return f"{sum(run['steps'] for run in runs)} steps, {sum(run['minutes'] for run in runs)} minutes"


def teacher_line(training: dict) -> str:
    if not training.get("teacher"):
        return "No other model had a part in it."
    return (
        "During training a helper head also had to repeat that model's soft scores for COCO's 80 classes "
        "(distillation); the helper is not in the file, and no weight was copied."
    )


def percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def find_row(metrics: dict, name: str) -> dict:
    return next(row for row in metrics["rows"] if row["name"] == name)


def row_value(metrics: dict, name: str) -> str:
    return f"{find_row(metrics, name)['int8']['area']:.3f}"


def row_recall(metrics: dict, name: str) -> float:
    return find_row(metrics, name)["int8"]["recallAt5PercentFalseAlarms"]


def trail_line(trail: dict) -> str:
    names = {"int8": "Lookout", "yoloxNano": "YOLOX-nano"}
    return ", ".join(
        f"{label} finds {percent(trail[key]['recallAt5PercentFalseAlarms'])} of people at 5 % false alarms "
        f"(area {trail[key]['area']:.3f})"
        for key, label in names.items()
        if key in trail
    )


def speed_line(times: dict) -> str:
    line = f"One photo on one thread of native onnxruntime: {times['int8']:.1f} ms as int8"
    if "float" in times:
        line += f", {times['float']:.1f} ms as float"
    if "yoloxNano" in times:
        line += f"; YOLOX-nano at 416 pixels in the same run {times['yoloxNano']:.1f} ms"
    return line + " (preprocessing excluded, machine not idle). WebAssembly is several times slower; the ratio matters."
