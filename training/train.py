"""Trains, evaluates and exports chest-opacity-2d. See README.md."""

import argparse
import json
import os
from pathlib import Path

import torch

from chest_opacity import cache, card, export, folds, measure, sources
from chest_opacity.fit import Schedule, Training, fit
from chest_opacity.network import folded

HERE = Path(__file__).resolve().parent
NETWORK = HERE.parent / "networks" / card.NAME
THICKER = 3
"""Held-out volumes are also measured as if their slices were three times thicker."""


def default_data() -> Path:
    root = os.environ.get("HILUM_DATA")
    return (Path(root) if root else HERE.parent.parent / "shared" / "data") / "ct" / "training"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data(), help="folder of the sets")
    parser.add_argument("--runs", type=Path, default=HERE / "runs", help="checkpoints and cache")
    parser.add_argument("--out", type=Path, default=NETWORK, help="folder of the network")
    parser.add_argument("--fold", default="0", choices=["0", "1", "2", "3", "4", "all"])
    parser.add_argument("--minutes", type=float, default=45.0, help="length of the schedule")
    parser.add_argument("--steps", type=int, default=0, help="length in steps, instead of minutes")
    parser.add_argument("--batch", type=int, default=8, help="slices a step")
    parser.add_argument("--seed", type=int, default=20200120)
    parser.add_argument("--fresh", action="store_true", help="drop the fold's checkpoint first")
    parser.add_argument("--only", choices=["fit", "evaluate", "export"], help="one part alone")
    parser.add_argument("--threads", type=int, default=1, help="of the network; see --workers")
    parser.add_argument("--workers", type=int, default=1, help="processes that make batches")
    parser.add_argument("--bfloat16", action="store_true", help="where the processor has it: faster")
    return parser.parse_args()


def run_fit(asked, fold, checkpoint: Path):
    if asked.fresh and checkpoint.exists():
        checkpoint.unlink()
    names = sources.present(asked.data)
    cts = [cache.load(asked.data, name, asked.runs / "framed") for name in names]
    schedule = Schedule(fold, asked.seed, asked.batch, asked.steps, asked.minutes, asked.bfloat16)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    fit(Training(schedule, cts, device), checkpoint, asked.workers)


def evaluate(asked, fold, checkpoint: Path):
    """Measures the held-out volumes of the fold; nothing is held out of fold "all"."""
    network, state = export.averaged_network(checkpoint)
    fast = folded(network).to(memory_format=torch.channels_last)
    names = [n for n in sources.present(asked.data) if folds.held_out(n, 0, fold)]
    cts = [sources.read(asked.data, n) for n in names if n != sources.FINDING]
    found = [measure.measured(fast, ct) for ct in cts]
    thick = [measure.thickened(ct, THICKER) for ct in cts]
    accuracy = {
        "step": state["step"],
        "mean": measure.summary(found),
        "heldOut": found,
        "heldOutThreeTimesThicker": [measure.measured(fast, ct) for ct in thick],
    }
    print(json.dumps(accuracy, indent=2), flush=True)
    (asked.runs / f"fold-{fold}.json").write_text(json.dumps(accuracy, indent=2) + "\n")


def put_in_place(asked, fold, checkpoint: Path):
    """Writes network.onnx, golden and card.json; card.md and LICENCE.md are written by hand."""
    network, state = export.averaged_network(checkpoint)
    asked.out.mkdir(parents=True, exist_ok=True)
    export.write_onnx(network, asked.out / card.FILE)
    export.write_golden(network, asked.out / "golden")
    measured = asked.runs / f"fold-{fold}.json"
    accuracy = json.loads(measured.read_text()) if measured.exists() else {}
    card.write(asked.out, state, accuracy)
    print(f"wrote {asked.out}")


def main():
    asked = arguments()
    if not asked.data.is_dir():
        raise SystemExit(f"No training data at {asked.data}; name its folder with --data.")
    torch.set_num_threads(asked.threads)
    torch.set_flush_denormal(True)  # tiny numbers late in training cost time and nothing else
    fold = asked.fold if asked.fold == "all" else int(asked.fold)
    checkpoint = asked.runs / f"fold-{fold}.pt"
    asked.runs.mkdir(parents=True, exist_ok=True)
    if asked.only in (None, "fit"):
        run_fit(asked, fold, checkpoint)
    if asked.only in (None, "evaluate"):
        evaluate(asked, fold, checkpoint)
    if asked.only in (None, "export"):
        put_in_place(asked, fold, checkpoint)


if __name__ == "__main__":
    main()
