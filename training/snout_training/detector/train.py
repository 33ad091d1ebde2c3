"""Trains the head detector. `python -m snout_training.detector.train --help`.

Seeded, resumable (a checkpoint every minute), CPU or CUDA. Photos whose fold is below 0.2 are the test split, below 0.3
the validation split; neither is ever drawn for training.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import time
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, IterableDataset

from ..mobilenet import calibrate_batch_norm
from ..release.restore import restore
from .augment import canvas_of
from .evaluate import evaluate, summary
from .loss import detection_loss
from .model import HeadDetector, decode
from .predict import overlaps, predict, released, trained
from .photos import Photo, fold_of, read_aligned_dogs, read_heads_json, read_labels, read_yolo

TEST_FOLD, VALIDATION_FOLD = 0.2, 0.3
# Labels made by eye, of photos that the first detectors found hard (see sheets.py); made for this project, CC0.
LABELS = Path(__file__).parents[2] / "labels"
TRAP_SCORE = 0.12
CHECKED, CHECKED_VALIDATION = LABELS / "heads-train.json", LABELS / "heads-validation.json"


class Canvases(IterableDataset):
    def __init__(self, sources: list[tuple[float, list[Photo]]], size: int, seed: int):
        self.sources, self.size, self.seed = sources, size, seed

    def __iter__(self):
        cv2.setNumThreads(0)
        info = torch.utils.data.get_worker_info()
        rng = np.random.default_rng([self.seed, info.id if info else 0])
        weights = np.array([w for w, _ in self.sources])
        weights /= weights.sum()

        def pick() -> Photo:
            photos = self.sources[rng.choice(len(weights), p=weights)][1]
            return photos[rng.integers(len(photos))].load()

        while True:
            image, labels = canvas_of(pick, self.size, rng)
            yield torch.from_numpy(np.ascontiguousarray(image)), {k: torch.from_numpy(v) for k, v in labels.items()}


def collate(rows: list) -> tuple[torch.Tensor, list[dict]]:
    return torch.stack([r[0] for r in rows]), [r[1] for r in rows]


def training_sources(data: Path, work: Path) -> list[tuple[float, list[Photo]]]:
    """(weight, photos) per source. Labels grown by self-training lie in `work` and, where present, replace the weak ones."""
    heads = [p for p in read_heads_json(data / "heads", "heads") if fold_of(p.path.name) >= VALIDATION_FOLD]
    sources = [(5.0, heads)]
    if CHECKED.exists():
        sources.append((4.0, read_labels(CHECKED, data, "labelled by eye")))
    grown = work / "grown-labels"
    if (grown / "cat-head-boxes.json").exists():
        for name, weight in (("cat-head-boxes", 2.5), ("unlabelled-dogs", 2.0), ("unlabelled-cats", 1.5), ("dog-faces", 0.7)):
            sources.append((weight, read_grown(grown / f"{name}.json", data)))
    else:
        sources.append((2.0, read_yolo(data / "cat-head-boxes" / "train")))
        dogs = sorted(p.name for p in (data / "dog-faces").iterdir())
        sources.append((0.5, read_aligned_dogs(data / "dog-faces", [d for d in dogs if fold_of(d) >= VALIDATION_FOLD], 3)))
    if (work / "drawn" / "heads.json").exists():
        sources.append((0.6, read_heads_json(work / "drawn", "drawn")))
    return sources


def find_traps(photos: list[Photo], weights: Path, work: Path) -> int:
    """Marks in photos labelled by eye what `weights` takes for a head and nobody labelled as one. Returns how many.

    What it finds is kept in `work`: a run that goes on need not look again.
    """
    kept = work / f"found-{hashlib.sha256(weights.read_bytes()).hexdigest()[:12]}.json"
    found = json.loads(kept.read_text()) if kept.exists() else {}
    candidates = released(weights)
    for photo in photos:
        photo.load()
        key = f"{photo.path.parent.name}/{photo.path.name}"
        if key not in found:
            found[key] = predict(candidates, photo.pixels, TRAP_SCORE)[:, :4].round(1).tolist()
        known = np.concatenate([photo.boxes, photo.ignore])
        rows = np.array(found[key], np.float32).reshape(-1, 4)
        photo.traps = np.array([r for r in rows if not len(known) or overlaps(r, known).max() < 0.2], np.float32).reshape(-1, 4)
    kept.write_text(json.dumps(found))
    return sum(len(photo.traps) for photo in photos)


def read_grown(path: Path, data: Path) -> list[Photo]:
    photos = []
    for entry in json.loads(path.read_text()):
        photos.append(Photo(
            data / entry["file"], path.stem, np.array(entry["boxes"], np.float32).reshape(-1, 4),
            np.array(entry["species"], np.int64), np.array(entry["marks"], np.float32).reshape(-1, 3, 2),
            np.array(entry["mark_mask"], np.float32).reshape(-1, 3), np.array(entry["box_weight"], np.float32),
            np.array(entry["ignore"], np.float32).reshape(-1, 4),
        ))
    return photos


def parameter_groups(model: HeadDetector, rate: float) -> list[dict]:
    backbone, head, plain = [], [], []
    for name, p in model.named_parameters():
        if p.ndim == 1:
            plain.append(p)
        elif name.startswith("backbone"):
            backbone.append(p)
        else:
            head.append(p)
    return [
        {"params": backbone, "lr": rate * 0.4, "base": rate * 0.4, "weight_decay": 0.02},
        {"params": head, "lr": rate, "base": rate, "weight_decay": 0.02},
        {"params": plain, "lr": rate * 0.6, "base": rate * 0.6, "weight_decay": 0.0},
    ]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True, help="folder with heads/, cat-head-boxes/, dog-faces/, pretrained/")
    parser.add_argument("--work", type=Path, default=Path("work"), help="checkpoints, grown labels, drawn scenes")
    parser.add_argument("--name", default="detector")
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--size", type=int, default=320)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="weights of an earlier detector to go on from: .pt, or the released .onnx")
    parser.add_argument("--wrong", type=Path, help="released detector (.onnx) whose false findings are shown more often; --start where that is one")
    parser.add_argument("--freeze", type=int, default=0, help="first blocks of the backbone that stay as they are (at most 5)")
    parser.add_argument("--minutes", type=float, default=1e9, help="the schedule ends at this time if it comes before --steps")
    parser.add_argument("--workers", type=int, default=1, help="processes that draw canvases")
    args = parser.parse_args()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(args.seed)
    args.work.mkdir(parents=True, exist_ok=True)
    sources = training_sources(args.data, args.work)
    for weight, photos in sources:
        print(f"{photos[0].source}: {len(photos)} photos, weight {weight}", flush=True)
    wrong = args.wrong or (args.start if args.start and args.start.suffix == ".onnx" else None)
    for _, photos in sources if wrong else ():
        if photos[0].source in ("heads", "labelled by eye"):
            print(f"{photos[0].source}: {find_traps(photos, wrong, args.work)} false findings of {wrong}", flush=True)
    model = HeadDetector()
    model.backbone.load_imagenet(args.data / "pretrained" / "mobilenet_v2_imagenet.npz")
    checkpoint = args.work / f"{args.name}.checkpoint.pt"
    state = torch.load(checkpoint, weights_only=True) if checkpoint.exists() else None
    # A resumed run must not draw the same canvases again.
    canvases = Canvases(sources, args.size, args.seed + 1000 * (state["step"] if state else 0))
    loader = iter(DataLoader(canvases, args.batch, num_workers=args.workers, collate_fn=collate, prefetch_factor=4))
    images, _ = next(loader)
    if args.start and args.start.suffix == ".onnx":
        restore(model, args.start)
    calibrate_batch_norm(model if args.start else model.backbone, images.permute(0, 3, 1, 2).float() / 127.5 - 1)
    if args.start and args.start.suffix != ".onnx":
        model.load_state_dict(torch.load(args.start, weights_only=True))
    model.backbone.freeze(args.freeze)
    model = model.to(device, memory_format=torch.channels_last)
    average = {k: v.clone() for k, v in model.state_dict().items()}
    optimiser = torch.optim.AdamW(parameter_groups(model, args.rate), betas=(0.9, 0.99))
    step, spent = 0, 0.0
    if state:
        model.load_state_dict(state["model"]), optimiser.load_state_dict(state["optimiser"])
        average, step, spent = state["average"], state["step"], state["spent"]
        print(f"resumed at step {step}", flush=True)
    began, saved, running = time.time() - spent, time.time(), {}
    progress = 0.0
    while progress < 1:
        elapsed = (time.time() - began) / 60
        progress = max(step / args.steps, elapsed / args.minutes)
        factor = min(1.0, (step + 1) / 200) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, progress))))
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * factor
        images, labels = next(loader)
        x = (images.to(device).permute(0, 3, 1, 2).float() / 127.5 - 1).contiguous(memory_format=torch.channels_last)
        model.train()
        with torch.autocast(device.type, torch.bfloat16):
            raw, cells = model(x)
        raw, cells = raw.float().cpu(), cells.cpu()
        losses = detection_loss(raw, decode(raw, cells), cells, labels)
        total = sum(losses.values())
        optimiser.zero_grad(set_to_none=True)
        total.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 10.0)
        optimiser.step()
        keep = min(0.998, (step + 1) / (step + 10))
        with torch.no_grad():
            for key, value in model.state_dict().items():
                if value.dtype.is_floating_point:
                    average[key].lerp_(value, 1 - keep)
                else:
                    average[key].copy_(value)
        step += 1
        for key, value in losses.items():
            running[key] = 0.98 * running.get(key, value.item()) + 0.02 * value.item()
        if step % 50 == 0:
            text = " ".join(f"{k} {v:.3f}" for k, v in running.items())
            print(f"step {step} {(time.time() - began) / 60:.1f} min {progress:.2f} {text}", flush=True)
        if time.time() - saved > 60:
            saved = time.time()
            torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "average": average,
                        "step": step, "spent": time.time() - began}, checkpoint)
    average = {k: v.cpu() for k, v in average.items()}
    torch.save(average, args.work / f"{args.name}.pt")
    model = model.cpu().eval()
    model.load_state_dict(average)
    for name, photos in validation_sets(args.data).items():
        print(f"validation, {name}:", summary(evaluate(trained(model), photos)), flush=True)


def validation_sets(data: Path) -> dict[str, list[Photo]]:
    heads = [p.load() for p in read_heads_json(data / "heads", "heads") if TEST_FOLD <= fold_of(p.path.name) < VALIDATION_FOLD]
    return {"photos of heads": heads, "hard photos labelled by eye": [p.load() for p in read_labels(CHECKED_VALIDATION, data, "labelled by eye")]}


if __name__ == "__main__":
    main()
