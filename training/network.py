"""The network: dense 3 x 3 convolutions, BatchNorm and ReLU, which int8 in WebAssembly runs fastest.

    stride  2   4   8   16          two grids of cells, at strides 8 and 16; per cell three class
    width  16  32  64  128          logits and four distances from the cell's centre to the sides
    blocks  -   1   2    3          of the box (FCOS: Tian et al., ICCV 2019)

The blocks at stride 16 are dilated by 1, 2 and 4, so that a cell there sees the whole frame; what they
know is added to the finer grid, where small and distant animals are found.
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from .settings import CLASSES, STRIDES

WIDTHS = (16, 32, 64, 128)  # channels at strides 2, 4, 8, 16
TOWER = (64, 96)  # channels of the last 3 x 3 convolution before each grid
PRIOR = 0.01  # score of every cell before training


class ConvNormReLU(nn.Sequential):
    def __init__(self, inputs: int, outputs: int, stride: int = 1, dilation: int = 1):
        super().__init__(
            nn.Conv2d(inputs, outputs, 3, stride, dilation, dilation, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
        )


class Residual(nn.Module):
    """Two convolutions and a shortcut (He et al., CVPR 2016)."""

    def __init__(self, width: int, dilation: int = 1):
        super().__init__()
        self.first = ConvNormReLU(width, width, 1, dilation)
        self.second = nn.Sequential(
            nn.Conv2d(width, width, 3, 1, dilation, dilation, bias=False), nn.BatchNorm2d(width)
        )
        nn.init.zeros_(self.second[1].weight)  # every block begins as the identity

    def forward(self, x: Tensor) -> Tensor:
        return functional.relu(x + self.second(self.first(x)))


class Lookout(nn.Module):
    """float [B, 3, H, W], RGB 0-1 -> float [B, 7, N]: four log-distances (in cells) and three logits.

    N counts the cells of the stride-8 grid row by row, then those of the stride-16 grid.
    """

    def __init__(self) -> None:
        super().__init__()
        w2, w4, w8, w16 = WIDTHS
        self.stem = ConvNormReLU(3, w2, 2)
        self.stage4 = nn.Sequential(ConvNormReLU(w2, w4, 2), Residual(w4))
        self.stage8 = nn.Sequential(ConvNormReLU(w4, w8, 2), Residual(w8), Residual(w8))
        self.stage16 = nn.Sequential(ConvNormReLU(w8, w16, 2), *[Residual(w16, d) for d in (1, 2, 4)])
        self.lateral = nn.Conv2d(w16, w8, 1)
        self.merge = ConvNormReLU(w8, w8)
        self.towers = nn.ModuleList([ConvNormReLU(w8, TOWER[0]), ConvNormReLU(w16, TOWER[1])])
        self.heads = nn.ModuleList([nn.Conv2d(width, 4 + len(CLASSES), 1) for width in TOWER])
        for head in self.heads:
            nn.init.normal_(head.weight, std=0.01)
            nn.init.zeros_(head.bias)
            nn.init.constant_(head.bias[4:], -math.log(1 / PRIOR - 1))
            nn.init.constant_(head.bias[:4], math.log(2.5))  # boxes begin five cells wide

    def features(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Feature maps at strides 8 and 16."""
        fine = self.stage8(self.stage4(self.stem(images)))
        return fine, self.stage16(fine)

    def forward(self, images: Tensor) -> Tensor:
        return self.answer(*self.features(images))

    def answer(self, fine: Tensor, coarse: Tensor) -> Tensor:
        fine = self.merge(fine + functional.interpolate(self.lateral(coarse), scale_factor=2.0))
        maps = [head(tower(x)) for head, tower, x in zip(self.heads, self.towers, (fine, coarse))]
        return torch.cat([grid.flatten(2) for grid in maps], 2).float()


def cell_centres(width: int, height: int) -> tuple[Tensor, Tensor]:
    """Centres [N, 2] in pixels and strides [N] of all cells, in the order of the output."""
    centres, strides = [], []
    for stride in STRIDES:
        y, x = torch.meshgrid(torch.arange(height // stride), torch.arange(width // stride), indexing="ij")
        centres.append((torch.stack([x, y], -1).reshape(-1, 2) + 0.5) * stride)
        strides.append(torch.full((len(centres[-1]),), float(stride)))
    return torch.cat(centres), torch.cat(strides)


def decode_boxes(distances: Tensor, centres: Tensor, strides: Tensor) -> Tensor:
    """Log-distances [..., N, 4] to left, top, right, bottom in pixels [..., N, 4]."""
    sides = distances.clamp(max=5.0).exp() * strides[:, None]
    return torch.cat([centres - sides[..., :2], centres + sides[..., 2:]], -1)
