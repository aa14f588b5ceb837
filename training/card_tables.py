"""The tables of the model card, as Markdown."""

from .settings import CLASSES

COLUMNS = {"int8": "Lookout int8", "float": "Lookout float", "yoloxNano": "YOLOX-nano"}


def table(header: list[str], rows: list[list[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def area_table(metrics: dict) -> str:
    models = [key for key in COLUMNS if key in metrics["rows"][0]]
    header = ["cameras and photos never trained on", "photos", *[COLUMNS[m] for m in models], "found at 5 % false alarms"]
    rows = []
    for row in metrics["rows"]:
        cells = [row["name"], f"{row['positives']} / {row['negatives']}"]
        for model in models:
            low, high = row[model]["areaInterval95"]
            cells.append(f"{row[model]['area']:.3f} ({low:.3f}-{high:.3f})")
        cells.append(f"{row['int8']['recallAt5PercentFalseAlarms'] * 100:.0f} %")
        rows.append(cells)
    return table(header, rows)


def threshold_table(thresholds: dict) -> str:
    rows = []
    for name in CLASSES:
        entry = thresholds[name]
        for kind in ("typical", "conservative"):
            rows.append(
                [
                    name,
                    f"{kind}" + (f" (keeps {entry['keptShare'] * 100:.0f} %)" if kind == "conservative" else ""),
                    f"{entry[kind]:.4f}",
                    f"{entry['recall'][kind] * 100:.1f} % of {entry['positives']}",
                    f"{entry['falseAlarms'][kind] * 100:.1f} % of {entry['blanks']}",
                    f"{entry['foxCameraFalseAlarms'][kind] * 100:.1f} %",
                    f"{entry['animalsReported'][kind] * 100:.1f} % of {entry['animalRivals']}" if entry["animalsReported"] else "",
                ]
            )
    header = ["class", "threshold", "value", "photos found", "blanks reported", "of the fox camera's blanks"]
    return table([*header, "animal photos reported"], rows)


def reliability_tables(tables: dict) -> str:
    rows = [
        [name, f"{b['from']:.1f}-{b['to']:.1f}", str(b["photos"]), f"{b['meanScore']:.2f}", f"{b['observed']:.2f}"]
        for name in CLASSES
        for b in tables[name]
    ]
    return table(["class", "score", "photos", "mean score", "observed"], rows)


def source_table(data: list[dict]) -> str:
    rows = [
        [row["source"].replace("_", r"\_"), row["licence"], str(row["train"]), str(row["holdout"]), str(row["val"])]
        for row in data
    ]
    return table(["source", "licence as found", "trained on", "held out", "cameras kept for judging"], rows)
