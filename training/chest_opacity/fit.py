"""The training loop: AdamW, one cycle, averaged weights; resumes from its checkpoint.

Out: a checkpoint file with the averaged weights under "averaged".
"""

import copy
import json
import math
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch.utils.data import DataLoader

from chest_opacity.batches import Batches
from chest_opacity.losses import total_loss
from chest_opacity.network import OpacityNetwork

PEAK_RATE = 3e-3
WARM_UP = 0.08
"""Share of the steps until the peak of the learning rate, then a cosine to zero."""
WEIGHT_DECAY = 1e-3
MOST_AVERAGING = 0.997
"""Memory of the averaged weights: about the last 300 steps."""
CHECKPOINT_SECONDS = 150
STEPS_A_LINE = 50
MOST_STEPS = 10**7


@dataclass(frozen=True)
class Schedule:
    """What is run: fold 0..4 or "all", seed, batch in slices, and the length.

    The length is `steps`, or where that is 0 `minutes` of training by the clock, so that a busy
    machine makes fewer steps rather than an unfinished schedule.
    """

    fold: object
    seed: int
    batch: int
    steps: int
    minutes: float
    bfloat16: bool


def rate_at(done: float) -> float:
    """Learning rate as a share of the peak; `done` is the share of the schedule, 0..1."""
    if done < WARM_UP:
        return max(done / WARM_UP, 0.02)
    return 0.5 + 0.5 * math.cos(math.pi * (done - WARM_UP) / (1 - WARM_UP))


class Training:
    """One network being trained on one device; one step at a time."""

    def __init__(self, schedule: Schedule, cts: list, device: str):
        torch.manual_seed(schedule.seed)
        self.schedule, self.device, self.step, self.seconds = schedule, device, 0, 0.0
        self.batches = Batches(cts, schedule.fold, schedule.batch, schedule.seed)
        network = OpacityNetwork().to(device, memory_format=torch.channels_last)
        self.network, self.averaged = network, copy.deepcopy(network).eval()
        self.optimiser = torch.optim.AdamW(
            network.parameters(), lr=PEAK_RATE, weight_decay=WEIGHT_DECAY
        )

    def done(self) -> float:
        """Share of the schedule behind us."""
        if self.schedule.steps:
            return self.step / self.schedule.steps
        return self.seconds / (60 * self.schedule.minutes)

    def one_step(self, slices, labels) -> float:
        """One step on a batch; the convolutions in bfloat16 if so scheduled, the loss in float32."""
        for group in self.optimiser.param_groups:
            group["lr"] = PEAK_RATE * rate_at(self.done())
        slices = slices.to(self.device, memory_format=torch.channels_last)
        with torch.autocast(self.device, torch.bfloat16, enabled=self.schedule.bfloat16):
            logits = self.network(slices)
        loss = total_loss(logits.float(), labels.to(self.device))
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        self.optimiser.step()
        self._average()
        self.step += 1
        return float(loss.detach())

    def _average(self):
        memory = min(MOST_AVERAGING, (1 + self.step) / (10 + self.step))
        kept, now = self.averaged.state_dict(), self.network.state_dict()
        for name, value in kept.items():
            if value.dtype.is_floating_point:
                value.mul_(memory).add_(now[name], alpha=1 - memory)
            else:
                value.copy_(now[name])

    def save(self, file: Path):
        state = {
            "network": self.network.state_dict(),
            "averaged": self.averaged.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "seconds": self.seconds,
            "schedule": asdict(self.schedule),
            "patients": self.batches.patients(),
        }
        torch.save(state, str(file) + ".part")
        Path(str(file) + ".part").replace(file)

    def resume(self, file: Path):
        state = torch.load(file, map_location=self.device)
        if state["schedule"]["fold"] != self.schedule.fold:
            raise SystemExit(f"{file} belongs to fold {state['schedule']['fold']}.")
        self.network.load_state_dict(state["network"])
        self.averaged.load_state_dict(state["averaged"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.seconds = state["step"], state["seconds"]


def fit(training: Training, checkpoint: Path, workers: int):
    """Trains to the end of the schedule, telling the loss and saving now and then."""
    if checkpoint.exists():
        training.resume(checkpoint)
        print(f"resumed at step {training.step}", flush=True)
        if training.done() >= 1:
            return
    print(json.dumps({"patients": training.batches.patients()}), flush=True)
    numbers = range(training.step, MOST_STEPS)
    loader = DataLoader(training.batches, batch_size=None, sampler=numbers, num_workers=workers)
    recent, saved, earlier = [], time.monotonic(), training.seconds
    started = saved
    for slices, labels in loader:
        recent.append(training.one_step(slices, labels))
        training.seconds = earlier + time.monotonic() - started
        if training.step % STEPS_A_LINE == 0:
            share, loss = 100 * training.done(), np.mean(recent)
            print(f"step {training.step}, {share:.1f} % done, loss {loss:.4f}", flush=True)
            recent = []
        if training.done() >= 1:
            break
        if time.monotonic() - saved > CHECKPOINT_SECONDS:
            training.save(checkpoint)
            saved = time.monotonic()
    training.save(checkpoint)
