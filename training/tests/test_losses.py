"""The loss: what is not labelled does not count."""

import unittest

import torch

from chest_opacity.losses import masked_loss, total_loss


class MaskedLossTest(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(1)
        self.logits = torch.randn(2, 64, 64)
        self.labels = (torch.rand(2, 64, 64) < 0.3).to(torch.uint8)
        self.labels[:, :20] = 255

    def test_ignores_logits_where_unlabelled(self):
        other = self.logits.clone()
        other[:, :20] = 50 * torch.randn(2, 20, 64)
        same = masked_loss(self.logits, self.labels)
        self.assertAlmostEqual(float(masked_loss(other, self.labels)), float(same), places=5)

    def test_sees_logits_where_labelled(self):
        other = self.logits.clone()
        other[:, 30:40] += 5
        change = masked_loss(other, self.labels) - masked_loss(self.logits, self.labels)
        self.assertGreater(abs(float(change)), 0.01)

    def test_is_zero_where_nothing_is_labelled(self):
        nothing = torch.full_like(self.labels, 255)
        self.assertAlmostEqual(float(masked_loss(self.logits, nothing)), 0.0, places=5)

    def test_is_near_zero_for_the_truth(self):
        sure = (self.labels == 1).float() * 60 - 30
        both = total_loss(torch.stack([sure, sure], 1), torch.stack([self.labels, self.labels], 1))
        self.assertLess(float(both), 0.01)


if __name__ == "__main__":
    unittest.main()
