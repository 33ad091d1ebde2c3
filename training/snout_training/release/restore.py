"""Released weights as a start for further training: batch norm is folded in them, as in the ImageNet start."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from ..embedder.model import FaceEmbedder, FaceEmbedders
from ..mobilenet import fold_batch_norm
from .graphs import HALF, INT8, SCALE


def restore(model: nn.Module, path: Path) -> nn.Module:
    """Copies what `graphs.export` wrote into `model`; raises when a convolution is missing, so nothing stays random.

    Of several networks in one file the first is taken. Batch norms behind convolutions are left as they are: set them with `calibrate_batch_norm`.
    """
    graph = onnx.load(str(path)).graph
    stored = {i.name: numpy_helper.to_array(i).astype(np.float32) for i in graph.initializer}
    arrays = {}
    for name, array in stored.items():
        whole = array * stored[name.removesuffix(INT8) + SCALE] if name.endswith(INT8) else array
        arrays[name.removesuffix(HALF).removesuffix(INT8).removeprefix("model.").removeprefix("models.0.")] = whole
    state = model.state_dict()
    for name, value in state.items():
        if name in arrays:
            value.copy_(torch.from_numpy(arrays[name].reshape(value.shape).copy()))
        elif name.endswith("conv.weight"):
            raise ValueError(f"{path} has no {name}")
    if "power" in state:
        # Exported as a constant: the exponent of the first power, of generalised-mean pooling.
        exponent = next(node.input[1] for node in graph.node if node.op_type == "Pow")
        state["power"].copy_(torch.from_numpy(arrays[exponent]).reshape(()))
    if "level_scale" in state:
        # One constant a level, each multiplied with the last convolution of that level.
        made_by = {node.output[0]: node.op_type for node in graph.node}
        scales = [arrays[n.input[1]] for n in graph.node if n.op_type == "Mul" and made_by.get(n.input[0]) == "Conv" and n.input[1] in arrays]
        state["level_scale"].copy_(torch.from_numpy(np.stack(scales[: len(state["level_scale"])])).reshape(state["level_scale"].shape))
    model.load_state_dict(state)
    return model


def read_embedders(paths: list[Path]) -> FaceEmbedders:
    """Networks of the embedder, each as train.py or polish.py wrote it (.pt) or as face-embedder-1 was released (.onnx); later releases hold
    more behind them, which is not part of them."""
    models = []
    for path in paths:
        model = FaceEmbedder().eval()
        if path.suffix == ".onnx":
            fold_batch_norm(model)
            restore(model, path)
        else:
            model.load_state_dict(torch.load(path, weights_only=True, map_location="cpu"))
        models.append(model)
    return FaceEmbedders(models).eval()
