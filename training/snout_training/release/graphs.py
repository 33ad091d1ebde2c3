"""The exported graphs: raw uint8 pixels in, what the product needs out. Preprocessing is inside, so it cannot drift."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn
from torch.nn import functional as F

from ..detector.model import HeadDetector, decode
from ..embedder.model import FaceEmbedders
from ..mobilenet import fold_batch_norm
from ..quality.model import HeadQuality


# Ends of the names of stored weights: see restore.py.
HALF, INT8, SCALE = "_half", "_int8", "_scale"


def normalised(pixels: Tensor) -> Tensor:
    """uint8 [B,H,W,3] RGB → float [B,3,H,W] in [-1,1]."""
    return pixels.permute(0, 3, 1, 2).float() / 127.5 - 1


class DetectorGraph(nn.Module):
    """Mean of what several detectors of one shape say of each cell; two trained apart make other mistakes."""

    def __init__(self, models: list[HeadDetector]):
        super().__init__()
        self.models = nn.ModuleList(models)

    def forward(self, image: Tensor) -> Tensor:
        """uint8 [1,H,W,3] → [N,16]."""
        x = normalised(image)
        answers = [model(x) for model in self.models]
        raw = torch.stack([raw for raw, _ in answers]).mean(0)
        return decode(raw, answers[0][1])[0]


class EmbedderGraph(nn.Module):
    """`within`: [256 K,256], multiplied from the right, see embedder/within.py. `head`: `weight` [1280 K], `bias` [1], see embedder/head_or_not.py."""

    def __init__(self, model: FaceEmbedders, within: Tensor, head: dict[str, Tensor]):
        super().__init__()
        self.model = model
        self.within = nn.Linear(*within.shape, bias=False)
        self.within.weight.data.copy_(within.T)
        self.head = nn.Linear(len(head["weight"]), 1)
        self.head.weight.data.copy_(head["weight"][None])
        self.head.bias.data.copy_(head["bias"])

    def forward(self, crops: Tensor) -> Tensor:
        """uint8 [B,S,S,3] → [B,257]: mean of the crop's and its mirror image's vectors, with less of what varies within an animal, length 1;
        then the log-odds that the crop shows a head."""
        x = normalised(crops)
        seen = [self.model.features(x), self.model.features(x.flip(3))]
        vector = sum(self.model.vectors(f) for f in seen)
        return torch.cat([F.normalize(self.within(vector), dim=1), self.head(sum(seen) / 2)], 1)


def export(graph: nn.Module, example: Tensor, names: tuple[str, str], dynamic: dict[int, object], out: Path, int8: bool = False) -> None:
    """Writes `out` as ONNX opset 17 or later with fp16 weights, the large 1×1 convolutions' in int8 where asked; computing stays in float32. `dynamic`: sizes of the input that vary."""
    graph.eval()
    fold_batch_norm(graph)

    program = torch.onnx.export(graph, (example,), input_names=[names[0]], output_names=[names[1]], dynamo=True,
                                dynamic_shapes=(dynamic,), opset_version=18, optimize=True)
    program.save(str(out))
    model = onnx.load(str(out))
    if int8:
        quarter_weights(model.graph)
    halve_weights(model.graph)
    forget_origin(model)
    onnx.checker.check_model(model)
    out.unlink()
    for leftover in out.parent.glob(out.name + ".data"):
        leftover.unlink()
    onnx.save(model, str(out), save_as_external_data=False)


def forget_origin(model: onnx.ModelProto) -> None:
    """Takes out the exporter's notes: they are large, and they name files of the machine that exported."""
    del model.metadata_props[:], model.graph.metadata_props[:], model.graph.value_info[:]
    model.doc_string = model.graph.doc_string = ""
    for part in [*model.graph.node, *model.graph.initializer, *model.graph.input, *model.graph.output]:
        del part.metadata_props[:]
        part.doc_string = ""


def quarter_weights(graph: onnx.GraphProto, smallest: int = 16384) -> None:
    """Float32 weights of large 1×1 convolutions to int8 with a scale for each output channel. A cast and a product stand behind, which runtimes
    fold away when they load the file (they would keep a DequantizeLinear, and compute otherwise)."""
    nodes = []
    for i, weight in enumerate(list(graph.initializer)):
        array = numpy_helper.to_array(weight)
        if weight.data_type != TensorProto.FLOAT or array.ndim != 4 or array.shape[2:] != (1, 1) or array.size < smallest:
            continue
        name = weight.name
        scale = np.maximum(np.abs(array).max((1, 2, 3), keepdims=True), 1e-12) / 127
        graph.initializer[i].CopyFrom(numpy_helper.from_array(np.round(array / scale).astype(np.int8), f"{name}{INT8}"))
        graph.initializer.append(numpy_helper.from_array(scale.astype(np.float32), f"{name}{SCALE}"))
        nodes.append(helper.make_node("Cast", [f"{name}{INT8}"], [f"{name}_whole"], to=TensorProto.FLOAT, name=f"{name}_cast"))
        nodes.append(helper.make_node("Mul", [f"{name}_whole", f"{name}{SCALE}"], [name], name=f"{name}_scaled"))
    forget_values(graph, {n.output[0] for n in nodes})
    for node in reversed(nodes):
        graph.node.insert(0, node)


def forget_values(graph: onnx.GraphProto, names: set[str]) -> None:
    for value in [v for v in graph.value_info if v.name in names]:
        graph.value_info.remove(value)


def halve_weights(graph: onnx.GraphProto, smallest: int = 512) -> None:
    """Float32 weights to float16 with a cast behind each, which runtimes fold away when they load the file."""
    casts = []
    for i, weight in enumerate(list(graph.initializer)):
        array = numpy_helper.to_array(weight)
        if weight.data_type != TensorProto.FLOAT or array.size < smallest or weight.name.endswith(SCALE):
            continue
        name = weight.name
        graph.initializer[i].CopyFrom(numpy_helper.from_array(array.astype(np.float16), f"{name}{HALF}"))
        casts.append(helper.make_node("Cast", [f"{name}{HALF}"], [name], to=TensorProto.FLOAT, name=f"{name}_cast"))
    forget_values(graph, {c.output[0] for c in casts})
    for cast in reversed(casts):
        graph.node.insert(0, cast)


class QualityGraph(nn.Module):
    def __init__(self, model: HeadQuality):
        super().__init__()
        self.model = model

    def forward(self, crops: Tensor) -> Tensor:
        """uint8 [B,S,S,3] → [B,5] in 0..1, in the order of FACTORS."""
        return self.model(normalised(crops)).sigmoid()
