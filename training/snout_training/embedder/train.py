"""Trains the face embedder. `python -m snout_training.embedder.train --help`.

Dogs have identities: ArcFace (Deng et al. 2019) over the training individuals, the margin growing over the first third.
Cats here, and more dogs, have one photo each: two random photos of it are drawn in and pulled together against all others, a memory
of recent ones included (InfoNCE with a margin). Seeded, resumable, CPU or CUDA.
"""

from __future__ import annotations

import argparse
import math
import time
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, IterableDataset

from ..mobilenet import calibrate_batch_norm
from ..release.restore import restore
from .augment import random_photo, swap_background
from .faces import Faces, read_cats, read_dogs
from .metrics import figures, text
from .model import DIMENSIONS, FaceEmbedder

# Shown region as a share of the packed crop: dogs' packed crops are about 1.5 head boxes wide, single animals' 1.6.
DOG_ZOOM, SINGLE_ZOOM = (0.62, 1.12), (0.48, 0.95)
# Half axes of the head within the packed crop, as a share of its side; the ellipse of swapped backgrounds is a little larger.
DOG_HEAD, SINGLE_HEAD = (0.36, 0.40), (0.36, 0.36)


class Batches(IterableDataset):
    """Whole batches: `counts[0]` photos of dogs, then two photos of each of `counts[1]` single animals."""

    def __init__(self, dogs: Faces, singles: np.ndarray, counts: tuple[int, int], side: int, seed: int):
        self.dogs, self.singles, self.counts, self.side, self.seed = dogs, singles, counts, side, seed

    def __iter__(self):
        cv2.setNumThreads(0)
        info = torch.utils.data.get_worker_info()
        rng = np.random.default_rng([self.seed, info.id if info else 0])
        dog_count, single_count = self.counts
        dog_queue: list[int] = []
        single_queue: list[int] = []
        while True:
            while len(dog_queue) < dog_count:
                dog_queue.extend(rng.permutation(len(self.dogs.labels)).tolist())
            while len(single_queue) < single_count:
                single_queue.extend(rng.permutation(len(self.singles)).tolist())
            dogs, dog_queue = dog_queue[:dog_count], dog_queue[dog_count:]
            singles, single_queue = single_queue[:single_count], single_queue[single_count:]
            images = [self.photo(self.dogs.pixels, i, DOG_HEAD, DOG_ZOOM, rng) for i in dogs]
            images += [self.photo(self.singles, i, SINGLE_HEAD, SINGLE_ZOOM, rng) for i in singles for _ in range(2)]
            pixels = np.stack(images)[:, :, :, ::-1]
            yield torch.from_numpy(np.ascontiguousarray(pixels)), torch.from_numpy(self.dogs.labels[dogs]), torch.tensor(singles)


    def photo(self, pixels: np.ndarray, i: int, head: tuple[float, float], zoom: tuple[float, float], rng: np.random.Generator) -> np.ndarray:
        image = pixels[i]
        if rng.random() < 0.3:
            image = swap_background(image, pixels[rng.integers(len(pixels))], head)
        return random_photo(image, self.side, rng, zoom, rng.random() < 0.4)


class ArcFace(nn.Module):
    def __init__(self, individuals: int, scale: float = 24.0, smoothing: float = 0.05):
        super().__init__()
        self.weight = nn.Parameter(F.normalize(torch.randn(individuals, DIMENSIONS), dim=1))
        self.scale, self.smoothing = scale, smoothing

    def forward(self, vectors: Tensor, labels: Tensor, margin: float) -> Tensor:
        cosine = vectors @ F.normalize(self.weight, dim=1).T
        own = cosine.gather(1, labels[:, None]).clamp(-1 + 1e-6, 1 - 1e-6)
        # Beyond pi - margin the cosine would rise again; there a straight line goes on (as in the paper's code).
        shifted = torch.where(own > math.cos(math.pi - margin), (own.acos() + margin).cos(), own - margin * math.sin(margin))
        return F.cross_entropy(self.scale * cosine.scatter(1, labels[:, None], shifted), labels, label_smoothing=self.smoothing)


class Memory:
    """The last `size` vectors of single animals, with their ids: negatives beyond the batch."""

    def __init__(self, size: int, device: torch.device):
        self.vectors = torch.zeros(size, DIMENSIONS, device=device)
        self.ids = torch.full((size,), -1, dtype=torch.long, device=device)
        self.next = 0

    def add(self, vectors: Tensor, ids: Tensor) -> None:
        places = (self.next + torch.arange(len(ids), device=ids.device)) % len(self.ids)
        self.vectors[places], self.ids[places] = vectors.detach(), ids
        self.next = int((self.next + len(ids)) % len(self.ids))

    def loss(self, vectors: Tensor, ids: Tensor, scale: float, margin: float) -> Tensor:
        """vectors [2C,256], two after each other per animal; ids [C]."""
        doubled = ids.repeat_interleave(2)
        own = torch.arange(len(vectors), device=ids.device)
        partner = own ^ 1
        everything = torch.cat([vectors, self.vectors])
        all_ids = torch.cat([doubled, self.ids])
        logits = vectors @ everything.T
        excluded = (all_ids[None] == doubled[:, None]) | (all_ids[None] < 0)
        excluded[own, partner] = False
        bonus = torch.zeros_like(logits)
        bonus[own, partner] = margin
        logits = (scale * (logits - bonus)).masked_fill(excluded, -1e4)
        return F.cross_entropy(logits, partner)


@torch.no_grad()
def embed(model: FaceEmbedder, pixels: np.ndarray, side: int, batch: int = 64) -> np.ndarray:
    """BGR crops [N,P,P,3] → [N,256], mirror images averaged, as the exported model does."""
    model.eval()
    device = next(model.parameters()).device
    rows = []
    for start in range(0, len(pixels), batch):
        x = np.stack([cv2.resize(p, (side, side), interpolation=cv2.INTER_AREA) for p in pixels[start : start + batch]])
        x = torch.from_numpy(np.ascontiguousarray(x[:, :, :, ::-1])).to(device).permute(0, 3, 1, 2).float() / 127.5 - 1
        x = x.contiguous(memory_format=torch.channels_last)
        with torch.autocast(device.type, torch.bfloat16):
            y = model(x) + model(x.flip(3))
        rows.append(F.normalize(y, dim=1).float().cpu().numpy())
    return np.concatenate(rows)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("work"))
    parser.add_argument("--name", default="embedder")
    parser.add_argument("--singles", type=Path, nargs="+", default=[Path("work/single-cats.npy")], help="packed crops of animals with one photo, see pack.py")
    parser.add_argument("--epochs", type=float, default=16.0, help="passes over the dogs' photos")
    parser.add_argument("--dogs-per-batch", type=int, default=64)
    parser.add_argument("--singles-per-batch", type=int, default=24)
    parser.add_argument("--side", type=int, default=128)
    parser.add_argument("--final-side", type=int, default=128, help="side for the last fifth of the schedule")
    parser.add_argument("--rate", type=float, default=1.2e-3)
    parser.add_argument("--start", type=Path, help="released weights (models/face-embedder/weights.onnx) to go on from, not the ImageNet start")
    parser.add_argument("--margin", type=float, default=0.4)
    parser.add_argument("--single-weight", type=float, default=0.5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--freeze", type=int, default=0, help="first blocks of the backbone that stay as they are")
    parser.add_argument("--minutes", type=float, default=1e9, help="the schedule ends at this time if it comes before --epochs")
    parser.add_argument("--workers", type=int, default=1, help="processes that draw photos")
    args = parser.parse_args()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(args.seed)
    dogs, validation, cats_known = read_dogs(args.data, "train"), read_dogs(args.data, "validation"), read_cats(args.data)
    singles = np.concatenate([np.load(p) for p in args.singles])
    print(f"{len(dogs.names)} dogs {len(dogs.labels)} photos, validation {len(validation.names)} dogs {len(validation.labels)}, "
          f"{len(singles)} single animals, validation {len(cats_known.names)} cats {len(cats_known.labels)}", flush=True)
    model, arcface = FaceEmbedder(), ArcFace(len(dogs.names))
    model.backbone.load_imagenet(args.data / "pretrained" / "mobilenet_v2_imagenet.npz")
    load_widen(model, args.data / "pretrained" / "mobilenet_v2_imagenet.npz")
    counts = (args.dogs_per_batch, args.singles_per_batch)
    side = args.side

    def loader_at(size: int, seed: int):
        return iter(DataLoader(Batches(dogs, singles, counts, size, seed), batch_size=None, num_workers=args.workers, prefetch_factor=3))

    loader = loader_at(side, args.seed)
    if args.start:
        restore(model, args.start)
    calibrate_batch_norm_of(model, next(loader)[0])
    if args.start:
        arcface.weight.data.copy_(mean_vectors(model, dogs, side))
    model.backbone.freeze(args.freeze)
    model = model.to(device, memory_format=torch.channels_last)
    arcface = arcface.to(device)
    decay = [p for n, p in model.named_parameters() if p.ndim > 1 and n.startswith("backbone")]
    head = [p for n, p in model.named_parameters() if p.ndim > 1 and not n.startswith("backbone")]
    plain = [p for p in model.parameters() if p.ndim <= 1 and p.requires_grad]
    groups = [
        {"params": decay, "base": args.rate * 0.4, "weight_decay": 0.05},
        {"params": head, "base": args.rate, "weight_decay": 0.05},
        {"params": plain, "base": args.rate * 0.5, "weight_decay": 0.0},
        {"params": list(arcface.parameters()), "base": args.rate * 2, "weight_decay": 0.01},
    ]
    optimiser = torch.optim.AdamW([{**g, "lr": g["base"]} for g in groups], betas=(0.9, 0.99))
    memory = Memory(6144, device)
    average = {k: v.clone() for k, v in model.state_dict().items()}
    checkpoint = args.work / f"{args.name}.checkpoint.pt"
    step, spent = 0, 0.0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(state["model"]), arcface.load_state_dict(state["arcface"])
        optimiser.load_state_dict(state["optimiser"])
        average, step, spent = state["average"], state["step"], state["spent"]
        loader = loader_at(side, args.seed + step)
        print(f"resumed at step {step}", flush=True)
    per_epoch = len(dogs.labels) / counts[0]
    total = int(per_epoch * args.epochs)
    began, saved, tested, seen = time.time() - spent, time.time(), step, {}
    progress = 0.0
    while progress < 1:
        progress = max(step / total, (time.time() - began) / 60 / args.minutes)
        if progress > 0.8 and side != args.final_side:
            side = args.final_side
            loader = loader_at(side, args.seed + 1000)
        factor = min(1.0, (step + 1) / 150) * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, progress))))
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * factor
        images, labels, ids = next(loader)
        x = (images.to(device).permute(0, 3, 1, 2).float() / 127.5 - 1).contiguous(memory_format=torch.channels_last)
        model.train()
        with torch.autocast(device.type, torch.bfloat16):
            vectors = model(x)
        vectors = vectors.float()
        dog_loss = arcface(vectors[: counts[0]], labels.to(device), args.margin * min(1.0, progress * 3))
        single_vectors, ids = vectors[counts[0] :], ids.to(device)
        single_loss = memory.loss(single_vectors, ids, scale=20.0, margin=0.1) if len(ids) else dog_loss * 0
        loss = dog_loss + args.single_weight * single_loss
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimiser.step()
        memory.add(single_vectors[::2], ids)
        keep = min(0.996, (step + 1) / (step + 10))
        with torch.no_grad():
            for key, value in model.state_dict().items():
                average[key].lerp_(value, 1 - keep) if value.dtype.is_floating_point else average[key].copy_(value)
        step += 1
        for key, value in (("dogs", dog_loss.item()), ("singles", single_loss.item())):
            seen[key] = 0.97 * seen.get(key, value) + 0.03 * value
        if step % 25 == 0:
            print(f"step {step}/{total} epoch {step / per_epoch:.2f} {(time.time() - began) / 60:.1f} min {progress:.2f} "
                  f"dogs {seen['dogs']:.3f} singles {seen['singles']:.3f}", flush=True)
        early = args.work / f"{args.name}.early.pt"
        if progress >= 0.1 and not early.exists():
            # polish.py averages the last weights with these.
            torch.save(on_cpu(average), early)
        if time.time() - saved > 90:
            saved = time.time()
            torch.save({"model": model.state_dict(), "arcface": arcface.state_dict(), "optimiser": optimiser.state_dict(),
                        "average": average, "step": step, "spent": time.time() - began}, checkpoint)
        if step - tested >= 2.5 * per_epoch or progress >= 1:
            tested = step
            shadow = FaceEmbedder()
            shadow.load_state_dict(average)
            shadow = shadow.to(device, memory_format=torch.channels_last)
            for size in sorted({args.side, args.final_side, 160}):
                print(f"  at {size}: dogs {text(figures(embed(shadow, validation.pixels, size), validation.labels))} | "
                      f"cats {text(figures(embed(shadow, cats_known.pixels, size), cats_known.labels))}", flush=True)
            torch.save(on_cpu(average), args.work / f"{args.name}.pt")
    torch.save(on_cpu(average), args.work / f"{args.name}.pt")


def on_cpu(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """For files that are read on machines without CUDA."""
    return {k: v.cpu() for k, v in state.items()}


def mean_vectors(model: FaceEmbedder, faces: Faces, side: int) -> Tensor:
    """[individuals, 256] of length 1: where a trained model has its individuals, as a start for ArcFace."""
    vectors = torch.from_numpy(embed(model, faces.pixels, side))
    sums = torch.zeros(len(faces.names), DIMENSIONS).index_add_(0, torch.from_numpy(faces.labels), vectors)
    return F.normalize(sums, dim=1)


def load_widen(model: FaceEmbedder, path: Path) -> None:
    """The 1×1 convolution to 1280 channels is the start's last layer but the classifier."""
    arrays = np.load(path)
    for name in arrays.files:
        if arrays[name].shape == (1280, 320, 1, 1):
            model.widen.conv.weight.data.copy_(torch.from_numpy(arrays[name]))
            model.widen.conv.bias.data.copy_(torch.from_numpy(arrays[name.replace("weight", "bias")]))
            return
    raise ValueError(f"{path} has no 320 → 1280 layer")


def calibrate_batch_norm_of(model: FaceEmbedder, images: Tensor) -> None:
    class Trunk(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.backbone, self.widen = model.backbone, model.widen

        def forward(self, x: Tensor) -> Tensor:
            return self.widen(self.backbone(x)[2])

    calibrate_batch_norm(Trunk(), images.permute(0, 3, 1, 2).float() / 127.5 - 1)


if __name__ == "__main__":
    main()
