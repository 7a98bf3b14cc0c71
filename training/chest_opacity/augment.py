"""Makes a batch look as other scanners, frames and patients would: on tensors, at random.

In: grey [n][3][256][256] and labels [n][2][256][256], uint8. Out: slices float32 0..1 and labels,
both cut to a window of 192 x 224 pixels at a random place. One unit of grey is 1300 HU.
"""

import math

import torch
from torch.nn import functional


HU_SPAN = 1300.0
WINDOW = (192, 224)
"""Rows, columns in pixels: the lungs with some body around, two thirds of the cost of 256 x 256."""
SCALE, SHIFT_PIXELS, ROTATION_DEGREES, SHEAR, ELASTIC_PIXELS = 0.2, 16.0, 10.0, 0.08, 4.0
OFFSET_HU, GAIN = 20.0, 0.03
NOISE_HU = 50.0
COARSE_HU = 24.0


def uniform(count: int, low: float, high: float, like):
    return torch.empty(count, device=like.device).uniform_(low, high)


def sampling_grid(grey):
    """Where each pixel of the window is taken from: rotation, scale, shear, flip, shift, elastic."""
    count, size = len(grey), grey.shape[-1]
    angle = uniform(count, -ROTATION_DEGREES, ROTATION_DEGREES, grey) * math.pi / 180
    scale = 1 / uniform(count, 1 - SCALE, 1 + SCALE, grey)
    flip = torch.where(uniform(count, 0, 1, grey) < 0.5, -1.0, 1.0)
    shear = uniform(count, -SHEAR, SHEAR, grey)
    rows, columns = WINDOW
    room_x, room_y = (size - columns) / size, (size - rows) / size
    shift = 2 * SHIFT_PIXELS / size
    affine = torch.zeros(count, 2, 3, device=grey.device)
    affine[:, 0, 0] = scale * flip * angle.cos() * columns / size
    affine[:, 0, 1] = scale * (shear - angle.sin()) * rows / size
    affine[:, 1, 0] = scale * flip * angle.sin() * columns / size
    affine[:, 1, 1] = scale * angle.cos() * rows / size
    affine[:, 0, 2] = uniform(count, -shift, shift, grey) + uniform(count, -room_x, room_x, grey)
    affine[:, 1, 2] = uniform(count, -shift, shift, grey) + uniform(count, -room_y, room_y, grey)
    grid = functional.affine_grid(affine, (count, 1, rows, columns), align_corners=False)
    bend = torch.randn(count, 2, 6, 7, device=grey.device) * ELASTIC_PIXELS / 2 * 2 / size
    bend = functional.interpolate(bend, WINDOW, mode="bicubic", align_corners=True)
    return grid + bend.permute(0, 2, 3, 1) * uniform(count, 0, 1, grey).view(-1, 1, 1, 1)


def warp(grey, labels) -> tuple:
    grid = sampling_grid(grey)
    slices = functional.grid_sample(grey.float() / 255, grid, align_corners=False)
    moved = functional.grid_sample(labels.float(), grid, mode="nearest", align_corners=False)
    return slices, moved.round().to(torch.uint8)


def blur(slices, sigma_pixels: float):
    """Gaussian blur, separable, in the plane; sums of shifted pictures, quicker here than a convolution."""
    reach = max(1, math.ceil(2.5 * sigma_pixels))
    weights = [math.exp(-0.5 * (at / sigma_pixels) ** 2) for at in range(-reach, reach + 1)]
    for axis in (-2, -1):
        length = slices.shape[axis]
        around = [reach, reach, 0, 0] if axis == -1 else [0, 0, reach, reach]
        padded = functional.pad(slices, around, mode="replicate")
        slices = padded.narrow(axis, 0, length) * (weights[0] / sum(weights))
        for at, weight in enumerate(weights[1:], 1):
            slices.add_(padded.narrow(axis, at, length), alpha=weight / sum(weights))
    return slices


def chance(slices, probability: float):
    """Zero or one for each slice of the batch."""
    return (uniform(len(slices), 0, 1, slices) < probability).float().view(-1, 1, 1, 1)


def reconstruct_otherwise(slices):
    """Softer or sharper kernels, lower resolution, noise of some correlation length."""
    soft = blur(slices, float(torch.empty(1).uniform_(0.5, 1.3)))
    amount = uniform(len(slices), -1.0, 1.2, slices).view(-1, 1, 1, 1) * chance(slices, 0.5)
    slices = slices + amount * (slices - soft)
    factor = float(torch.empty(1).uniform_(1.3, 2.2))
    low = functional.interpolate(slices, scale_factor=1 / factor, mode="area")
    low = functional.interpolate(low, slices.shape[-2:], mode="bilinear", align_corners=False)
    slices = torch.where(chance(slices, 0.15) > 0, low, slices)
    noise = blur(torch.randn_like(slices), float(torch.empty(1).uniform_(0.3, 1.6)))
    noise = noise / noise.std() * NOISE_HU / HU_SPAN
    strength = uniform(len(slices), 0, 1, slices).view(-1, 1, 1, 1) ** 2 * chance(slices, 0.6)
    return slices + noise * strength


def recalibrate(slices):
    """Small errors of HU offset and gain, and coarse grey steps."""
    count = len(slices)
    gain = 1 + uniform(count, -GAIN, GAIN, slices).view(-1, 1, 1, 1)
    offset = uniform(count, -OFFSET_HU, OFFSET_HU, slices).view(-1, 1, 1, 1) / HU_SPAN
    slices = slices * gain + offset
    step = uniform(count, 4, COARSE_HU, slices).view(-1, 1, 1, 1) / HU_SPAN
    return torch.where(chance(slices, 0.3) > 0, (slices / step).round() * step, slices)


def augmented(grey, labels) -> tuple:
    """A batch for one step of training."""
    slices, labels = warp(grey, labels)
    slices = recalibrate(reconstruct_otherwise(slices)).clamp(0, 1)
    return slices, labels


def plain(grey, labels) -> tuple:
    """The same batch without change, at full size."""
    return grey.float() / 255, labels
