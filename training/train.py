"""Trains, evaluates and exports chest-opacity-2d. See README.md."""

import argparse
import csv
import json
import os
from pathlib import Path

import torch

from chest_opacity import (
    cache,
    card,
    export,
    features,
    folds,
    kinds,
    measure,
    pictures,
    report,
    sources,
    tumours,
)
from chest_opacity.fit import Schedule, Training, fit
from chest_opacity.network import folded

HERE = Path(__file__).resolve().parent
NETWORK = HERE.parent / "networks" / card.NAME
FOLDS = [str(fold) for fold in range(folds.COUNT)]
FULL_STEPS, ALL_STEPS, SMOKE_STEPS = 3000, 3600, 350
PARTS = ["fit", "evaluate", "report", "export", "manifest", "kinds"]


def default_data() -> Path:
    root = os.environ.get("HILUM_DATA")
    return (Path(root) if root else HERE.parent.parent / "shared" / "data") / "ct" / "training"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data(), help="folder of the sets")
    parser.add_argument("--runs", type=Path, default=HERE / "runs", help="checkpoints and cache")
    parser.add_argument("--out", type=Path, default=NETWORK, help="folder of the shipped network")
    parser.add_argument(
        "--fold",
        default="each",
        choices=[*FOLDS, "all", "each"],
        help="hold out one fold, or nobody (all), or do it all in turn and ship (each, the default)",
    )
    parser.add_argument("--smoke", action="store_true", help="fold 0 in a few minutes, not shipped")
    parser.add_argument("--steps", type=int, default=0, help="length of the schedule in steps")
    parser.add_argument("--minutes", type=float, default=0.0, help="its length by the clock instead")
    parser.add_argument("--batch", type=int, default=8, help="slices a step")
    parser.add_argument("--seed", type=int, default=20200120)
    parser.add_argument("--fresh", action="store_true", help="drop the fold's checkpoint first")
    parser.add_argument("--only", choices=PARTS, help="one part alone")
    parser.add_argument("--threads", type=int, default=1, help="of the network; see --workers")
    parser.add_argument("--workers", type=int, default=1, help="processes that make batches")
    parser.add_argument("--bfloat16", action="store_true", help="where the processor has it: faster")
    return parser.parse_args()


def steps_of(asked, fold) -> int:
    if asked.minutes or asked.steps:
        return asked.steps
    return ALL_STEPS if fold == "all" else FULL_STEPS


def framed_sets(asked) -> list:
    names = sources.present(asked.data)
    names += [pictures.NAME] if pictures.numbers(asked.data) else []
    return [cache.load(asked.data, name, asked.runs / "framed") for name in names]


def run_fit(asked, fold):
    file = checkpoint(asked, fold)
    if asked.fresh and file.exists():
        file.unlink()
    length = steps_of(asked, fold)
    schedule = Schedule(fold, asked.seed, asked.batch, length, asked.minutes, asked.bfloat16)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    fit(Training(schedule, framed_sets(asked), device), file, asked.workers)


def checkpoint(asked, fold) -> Path:
    return asked.runs / f"fold-{fold}.pt"


def evaluate(asked, fold):
    """Measures the held-out volumes of the fold; nothing is held out of fold "all"."""
    network, state = export.averaged_network(checkpoint(asked, fold))
    fast = folded(network).to(memory_format=torch.channels_last)
    names = [n for n in sources.present(asked.data) if folds.held_out(n, 0, fold)]
    cts = [sources.read(asked.data, n) for n in names if n != sources.FINDING]
    found = [measure.measured(fast, ct) for ct in cts]
    changed = {
        name: [measure.measured(fast, change(ct)) for ct in cts]
        for name, change in measure.VARIANTS.items()
    }
    accuracy = {
        "step": state["step"],
        "mean": measure.summary(found),
        "heldOut": found,
        "heldOutChanged": changed,
        "heldOutPictures": measure.measured_pictures(
            fast, asked.data, lambda index: folds.held_out(pictures.NAME, index, fold)
        ),
    }
    (asked.runs / f"fold-{fold}.json").write_text(json.dumps(accuracy) + "\n")
    print(json.dumps(report.without_counts(accuracy), indent=2), flush=True)


def put_in_place(asked, fold, folder: Path):
    """Writes both graphs, golden and card.json; card.md and LICENCE.md are written by hand."""
    network, state = export.averaged_network(checkpoint(asked, fold))
    folder.mkdir(parents=True, exist_ok=True)
    export.write_onnx(network, folder / card.REFERENCE)
    trained = [ct for ct in framed_sets(asked) if not folds.held_out(ct.name, 0, fold)]
    limit = features.write(folded(network), trained, folder)
    integer = export.write_integer(folder / card.REFERENCE, folder / card.FILE, trained)
    export.write_golden(network, integer, folder / "golden")
    accuracy = report.combined(asked.runs) if report.read(asked.runs) else {}
    card.write(folder, state, accuracy, limit)
    if accuracy:
        report.plot(accuracy["calibration"]["pooled"]["reliability"], folder / "calibration.svg")
    print(f"wrote {folder}", flush=True)


def write_manifest(asked):
    """A manifest for `./hilum evaluate`: every held-out volume with the network of its fold."""
    file = asked.runs / "manifest.csv"
    with file.open("w", newline="") as out:
        rows = csv.writer(out)
        columns = "case image lungs opacity group network spacingKnown lesionFree setAside"
        rows.writerow(columns.split())
        for fold in range(folds.COUNT):
            for name in sources.present(asked.data):
                if name == sources.FINDING or not folds.held_out(name, 0, fold):
                    continue
                folder, covid = asked.data.resolve() / name, sources.is_covid(name)
                lesion = folder / "lesion.nii.gz" if covid else ""
                masks = [folder / "ct.nii.gz", folder / "lung.nii.gz", lesion]
                known = [str(not covid).lower()] * 2
                group = "COVID-19" if covid else "planning"
                aside = tumours.write(asked.data, name, asked.runs)
                rows.writerow([name, *masks, group, f"fold-{fold}", *known, aside])
    print(f"wrote {file}", flush=True)


def one_fold(asked, fold):
    """All that was asked for of one fold."""
    if asked.only in (None, "fit"):
        run_fit(asked, fold)
    if asked.only in (None, "evaluate") and fold != "all":
        evaluate(asked, fold)
    if asked.only in (None, "export"):
        put_in_place(asked, fold, asked.out if fold == "all" else asked.runs / f"fold-{fold}")


def main():
    asked = arguments()
    if not asked.data.is_dir():
        raise SystemExit(f"No training data at {asked.data}; name its folder with --data.")
    torch.set_num_threads(asked.threads)
    torch.set_flush_denormal(True)  # tiny numbers late in training cost time and nothing else
    if asked.smoke:
        asked.fold, asked.runs = "0", asked.runs / "smoke"
        asked.steps = asked.steps or SMOKE_STEPS
    asked.runs.mkdir(parents=True, exist_ok=True)
    if asked.only == "kinds":
        print(json.dumps(kinds.table(asked.data), indent=2))
    elif asked.only == "report":
        print(json.dumps(report.combined(asked.runs), indent=2))
    elif asked.only == "manifest":
        write_manifest(asked)
    else:
        wanted = [*range(folds.COUNT), "all"] if asked.fold == "each" else [asked.fold]
        for fold in wanted:
            one_fold(asked, fold if fold == "all" else int(fold))
        if asked.only is None and asked.fold == "each":
            write_manifest(asked)


if __name__ == "__main__":
    main()
