"""The network: a U-Net over five resolutions, three neighbouring slices in, two logits out.

In: [n][3][rows][columns], 0..1, rows and columns multiples of 16. Out: [n][2][rows][columns]
logits, lung and opacity; on request also the means of the 64 coarsest features of each slice.
Source: Ronneberger 2015, arXiv 1505.04597, with batch normalisation (Ioffe 2015, arXiv
1502.03167) and nearest up-sampling; widths chosen for 150 slices in 3 s on two cores.
"""

import torch
from torch import nn
from torch.nn import functional
from torch.nn.utils import fusion

WIDTHS = (16, 32, 48, 64, 64)


def convolutions(*channels: int) -> nn.Sequential:
    """3 x 3 convolutions from each number of channels to the next, normalised and rectified."""
    layers = []
    for source, target in zip(channels, channels[1:]):
        layers += [
            nn.Conv2d(source, target, 3, padding=1, bias=False),
            nn.BatchNorm2d(target),
            nn.ReLU(inplace=True),
        ]
    return nn.Sequential(*layers)


class OpacityNetwork(nn.Module):
    """Five levels down and up; the logits of lung and opacity from the finest."""

    def __init__(self, widths=WIDTHS):
        super().__init__()
        pairs = list(zip(widths, widths[1:]))
        self.down = nn.ModuleList(convolutions(a, b, b) for a, b in zip((3,) + widths, widths))
        self.narrow = nn.ModuleList(nn.Conv2d(coarse, fine, 1) for fine, coarse in pairs)
        # One convolution at the finest level, where each costs a quarter of the whole.
        self.up = nn.ModuleList(
            convolutions(*(2 * fine, fine, fine)[: 2 if level == 0 else 3])
            for level, (fine, _) in enumerate(pairs)
        )
        self.logits = nn.Conv2d(widths[0], 2, 1)

    def forward(self, slices):
        return self.with_features(slices)[0]

    def with_features(self, slices) -> tuple:
        """Logits, and features [n][64]: means over the plane of the coarsest level."""
        levels = [self.down[0](slices)]
        for block in self.down[1:]:
            levels.append(block(functional.max_pool2d(levels[-1], 2)))
        x = levels[-1]
        for level in reversed(range(len(self.up))):
            wider = functional.interpolate(self.narrow[level](x), scale_factor=2.0, mode="nearest")
            x = self.up[level](torch.cat([levels[level], wider], 1))
        return self.logits(x), levels[-1].mean((2, 3))


def parameter_count(network: nn.Module) -> int:
    return sum(p.numel() for p in network.parameters())


def folded(network: OpacityNetwork) -> OpacityNetwork:
    """A copy for inference whose batch normalisations are folded into the convolutions."""
    copy = OpacityNetwork()
    copy.load_state_dict(network.state_dict())
    copy.eval()
    for block in list(copy.down) + list(copy.up):
        for i in range(0, len(block), 3):
            block[i] = fusion.fuse_conv_bn_eval(block[i], block[i + 1])
            block[i + 1] = nn.Identity()
    return copy
