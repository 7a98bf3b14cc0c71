"""The loss: cross-entropy and soft overlap for each channel, blind where a pixel is not labelled.

Source: Tversky overlap after Salehi 2017, arXiv 1706.05721; with equal weights it is soft Dice
(Milletari 2016, arXiv 1606.04797).
"""

from torch.nn import functional

from chest_opacity.sources import UNLABELLED

DICE_SMOOTHING_PIXELS = 100.0
"""Keeps the Dice of a batch without opacity finite; about one small lesion."""
MISS_WEIGHT = (0.5, 0.6)
"""Weight of what is missed in the overlap of lung and of opacity; the rest weighs false finds.
Above one half for opacity, since plain Dice drew faint haze too small on patients never seen."""


def masked_loss(logits, labels, miss_weight=0.5):
    """Cross-entropy + 1 - soft overlap over the labelled pixels of one channel of a batch.

    In: logits [n][h][w]; labels [n][h][w] of 0, 1 or 255. Out: one number, 0 where all are 255.
    """
    known = (labels != UNLABELLED).float()
    truth = (labels == 1).float()
    entropy = functional.binary_cross_entropy_with_logits(logits, truth, reduction="none")
    entropy = (entropy * known).sum() / known.sum().clamp(min=1)
    probability = logits.sigmoid() * known
    hit = (probability * truth).sum() + DICE_SMOOTHING_PIXELS / 2
    missed = truth.sum() - (probability * truth).sum()
    false = (probability * (1 - truth)).sum()
    return entropy + 1 - hit / (hit + miss_weight * missed + (1 - miss_weight) * false)


def total_loss(logits, labels):
    """Sum over lung and opacity; the entropy of few opacity pixels is small, so Dice leads there."""
    return sum(masked_loss(logits[:, c], labels[:, c], w) for c, w in enumerate(MISS_WEIGHT))
