"""MobileNetV2 (Sandler et al. 2018) with the ImageNet start of the data folder.

The start's batch norm is folded into its convolutions. To fine-tune with batch norm, a layer is put after every
convolution and set so that it changes nothing on a few batches of training photos (`calibrate_batch_norm`).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

# (expansion, channels, repeats, stride), table 2 of the paper.
STAGES = ((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1))


class ConvBN(nn.Module):
    """Convolution, batch norm, optional ReLU6. Stride 2 pads like TensorFlow's SAME on even sizes: 0 before, 1 after."""

    def __init__(self, cin: int, cout: int, kernel: int, stride: int = 1, depthwise: bool = False, act: bool = True):
        super().__init__()
        self.same_stride = stride == 2 and kernel == 3
        self.conv = nn.Conv2d(
            cin, cout, kernel, stride, padding=0 if self.same_stride else kernel // 2,
            groups=cin if depthwise else 1, bias=True,
        )
        self.bn = nn.BatchNorm2d(cout)
        self.act = act

    def forward(self, x: Tensor) -> Tensor:
        if self.same_stride:
            x = F.pad(x, (0, 1, 0, 1))
        if self.same_stride and self.conv.groups > 1 and x.device.type == "cpu" and torch.is_autocast_enabled("cpu"):
            # oneDNN's bfloat16 gradient of a strided depthwise convolution is three times slower than the float one.
            with torch.autocast("cpu", enabled=False):
                x = self.conv(x.float())
            x = x.bfloat16()
        else:
            x = self.conv(x)
        x = self.bn(x)
        return F.relu6(x) if self.act else x


class InvertedResidual(nn.Module):
    def __init__(self, cin: int, cout: int, stride: int, expansion: int):
        super().__init__()
        hidden = cin * expansion
        layers: list[nn.Module] = []
        if expansion != 1:
            layers.append(ConvBN(cin, hidden, 1))
        layers.append(ConvBN(hidden, hidden, 3, stride, depthwise=True))
        layers.append(ConvBN(hidden, cout, 1, act=False))
        self.layers = nn.Sequential(*layers)
        self.residual = stride == 1 and cin == cout

    def forward(self, x: Tensor) -> Tensor:
        y = self.layers(x)
        return x + y if self.residual else y


class MobileNetV2(nn.Module):
    """Features at strides 8 (32 ch), 16 (96 ch) and 32 (320 ch); with `last_stride=1` the last is at stride 16."""

    def __init__(self, last_stride: int = 2):
        super().__init__()
        self.stem = ConvBN(3, 32, 3, 2)
        blocks: list[nn.Module] = []
        cin = 32
        self.taps: list[int] = []
        for t, c, n, s in STAGES:
            for i in range(n):
                stride = s if i == 0 else 1
                if c == 160 and i == 0:
                    stride = last_stride
                blocks.append(InvertedResidual(cin, c, stride, t))
                cin = c
            if c in (32, 96, 320):
                self.taps.append(len(blocks) - 1)
        self.blocks = nn.ModuleList(blocks)
        self.frozen = 0

    def freeze(self, blocks: int) -> None:
        """Leaves the stem and the first `blocks` blocks as they are from now on. On large pictures they take half of a step's time."""
        self.frozen = blocks
        self.train(self.training)

    def train(self, mode: bool = True) -> "MobileNetV2":
        super().train(mode)
        for part in (self.stem, *self.blocks[: self.frozen]) if self.frozen else ():
            part.eval()
        return self

    def forward(self, x: Tensor) -> list[Tensor]:
        """x: [B,3,H,W] in [-1, 1]. Returns the three feature maps."""
        out = []
        with torch.set_grad_enabled(torch.is_grad_enabled() and self.frozen == 0):
            x = self.stem(x)
            for block in self.blocks[: self.frozen]:
                x = block(x)
        for i in range(self.frozen, len(self.blocks)):
            x = self.blocks[i](x)
            if i in self.taps:
                out.append(x)
        return out

    def load_imagenet(self, path: Path) -> None:
        """Copies the folded convolutions; raises when a name or shape does not fit, so nothing loads silently as random."""
        arrays = np.load(path)
        convs = [m for m in self.modules() if isinstance(m, ConvBN)]
        names = sorted({n.rsplit(".", 1)[0] for n in arrays.files}, key=lambda n: int(n.split(".")[0]))
        if len(names) < len(convs):
            raise ValueError(f"{path}: {len(names)} layers, {len(convs)} needed")
        for module, name in zip(convs, names, strict=False):
            weight, bias = torch.from_numpy(arrays[f"{name}.weight"]), torch.from_numpy(arrays[f"{name}.bias"])
            if weight.shape != module.conv.weight.shape:
                raise ValueError(f"{path}: {name} is {tuple(weight.shape)}, not {tuple(module.conv.weight.shape)}")
            module.conv.weight.data.copy_(weight)
            module.conv.bias.data.copy_(bias)


@torch.no_grad()
def calibrate_batch_norm(model: nn.Module, batch: Tensor) -> None:
    """Sets every batch norm after a pretrained convolution to the identity on `batch`: gamma = std, beta = mean."""
    handles = []

    def hook(module: ConvBN, _inputs: tuple, _output: Tensor) -> None:
        x = _inputs[0]
        if module.same_stride:
            x = F.pad(x, (0, 1, 0, 1))
        y = module.conv(x)
        mean, var = y.mean((0, 2, 3)), y.var((0, 2, 3), unbiased=False)
        module.bn.running_mean.copy_(mean)
        module.bn.running_var.copy_(var)
        module.bn.weight.copy_((var + module.bn.eps).sqrt())
        module.bn.bias.copy_(mean)

    convs = [m for m in model.modules() if isinstance(m, ConvBN)]
    was_training = model.training
    model.eval()
    # One layer after the other, so that each sees the inputs that the calibrated layers before it give.
    for module in convs:
        handles.append(module.register_forward_hook(hook))
    for _ in range(1):
        for module in convs:
            module.bn.weight.fill_(1), module.bn.bias.zero_(), module.bn.running_mean.zero_(), module.bn.running_var.fill_(1)
            module.bn.running_var.sub_(module.bn.eps)
        model(batch)
    for handle in handles:
        handle.remove()
    model.train(was_training)


def fold_batch_norm(model: nn.Module) -> None:
    """Folds every batch norm into its convolution, for export: conv(x) = bn(conv(x)) in eval mode."""
    for m in model.modules():
        if isinstance(m, ConvBN) and not isinstance(m.bn, nn.Identity):
            scale = m.bn.weight.data / (m.bn.running_var + m.bn.eps).sqrt()
            m.conv.weight.data.mul_(scale[:, None, None, None])
            m.conv.bias.data.sub_(m.bn.running_mean).mul_(scale).add_(m.bn.bias.data)
            m.bn = nn.Identity()
