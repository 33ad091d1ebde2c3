"""Packs the pictures that the local-feature network is trained on into one file.

`python -m snout_training.marks.pack --data $DATA --noses work/noses`: photos as JPEGs of at most SIDE pixels, drawn noses as a
colour and a height picture each. Held out here, for the figures printed while training: every photo and nose whose name hashes below
VALIDATION_FOLD. Left out altogether: dogs of the test and validation splits, the photos that the head detector is tested on and
copies of them, cat-faces and campus-cats, and cattle but for the training part.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np

from ..copies import copies_of
from ..detector.grow import held_out, unlabelled_photos
from ..detector.photos import fold_of
from ..detector.train import VALIDATION_FOLD as HEADS_VALIDATION
from ..embedder.faces import split_of
from .pictures import SIDE

VALIDATION_FOLD = 0.04
JPEG = [cv2.IMWRITE_JPEG_QUALITY, 88]
# By animal: 28 for test figures, 9 for tuning, 13 for training.
CATTLE_TEST, CATTLE_VALIDATION = 0.5, 0.8


def cattle_split(animal: str) -> str:
    fold = fold_of(f"cattle {animal}")
    return "test" if fold < CATTLE_TEST else "validation" if fold < CATTLE_VALIDATION else "train"


def cattle_pictures(data: Path, split: str) -> list[Path]:
    """One photo an animal: all photos of one animal in this folder are the same file, pixel for pixel."""
    folder = data / "cattle-muzzles"
    return [sorted((folder / a).glob("*.jpg"))[0] for a in sorted(p.name for p in folder.iterdir()) if cattle_split(a) == split]


def training_photos(data: Path, counts: dict[str, int]) -> list[Path]:
    """Files of each source in the order of their names' hash, up to `counts` of each."""
    dogs = [d for d in sorted((data / "dog-faces").iterdir()) if split_of(d.name) == "train"]
    faces = [min(d.iterdir(), key=lambda p: fold_of(f"{d.name}/{p.name}")) for d in dogs]
    heads = [p for p in (data / "heads").glob("*.jpg") if fold_of(p.name) >= HEADS_VALIDATION]
    coats = list((data / "cat-head-boxes" / "train").glob("*.jpg"))
    loose = {s: unlabelled_photos(data / s, test=False) for s in ("unlabelled-cats", "unlabelled-dogs")}
    pools = {"dog-faces": faces, "heads": heads, "cat-head-boxes": coats, **loose}
    chosen = [p for name, pool in pools.items() for p in sorted(pool, key=lambda p: fold_of(str(p.relative_to(data))))[: counts[name]]]
    copies = copies_of(chosen, held_out(data))
    print(f"{len(chosen)} photos chosen, {len(copies)} left out as copies of photos that figures are reported on", flush=True)
    return [p for p in chosen if p not in copies]


def crops(path: Path, wanted: int) -> list[np.ndarray]:
    """Square crops, spread over the photo's longer way; of large photos at their own resolution, else the whole shorter side."""
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if image is None:
        raise ValueError(f"{path} is not a readable photo")
    shorter = min(image.shape[:2])
    if shorter > 1.6 * SIDE:
        image = cv2.resize(image, None, fx=1.6 * SIDE / shorter, fy=1.6 * SIDE / shorter, interpolation=cv2.INTER_AREA)
    h, w = image.shape[:2]
    side = min(h, w, SIDE)
    places = np.linspace(0.25, 0.75, wanted) if wanted > 1 else [0.5]
    return [image[int((h - side) * 0.5) :, int((w - side) * at) :][:side, :side] for at in places]


def joined(images: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """JPEG bytes of all after each other, and where each ends."""
    coded = [cv2.imencode(".jpg", image, JPEG)[1].ravel() for image in images]
    return np.concatenate(coded), np.cumsum([len(c) for c in coded])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--noses", type=Path, required=True, help="folder of canonical maps, see packages/drawn-pets")
    parser.add_argument("--out", type=Path, default=Path("work/gpu-marks/pictures.npz"))
    parser.add_argument("--faces", type=int, default=500)
    parser.add_argument("--cats", type=int, default=500)
    parser.add_argument("--dogs", type=int, default=350)
    args = parser.parse_args()
    counts = {"dog-faces": args.faces, "heads": 400, "cat-head-boxes": 300, "unlabelled-cats": args.cats, "unlabelled-dogs": args.dogs}
    photos, held = [], []
    for path in training_photos(args.data, counts):
        photos.extend(crops(path, 1)), held.append(fold_of(f"marks {path.name}") < VALIDATION_FOLD)
    for path in cattle_pictures(args.data, "train"):
        photos.extend(crops(path, 3)), held.extend([False] * 3)
    names = sorted(p.name.removesuffix(".colour.png") for p in args.noses.glob("*.colour.png"))
    colours = [cv2.imread(str(args.noses / f"{n}.colour.png")) for n in names]
    heights = [cv2.imread(str(args.noses / f"{n}.height.png"), cv2.IMREAD_GRAYSCALE) for n in names]
    lists = {"photos": joined(photos), "colours": joined(colours), "heights": joined(heights)}
    args.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez(args.out, photo_held=np.array(held), nose_held=np.array([fold_of(f"marks {n}") < VALIDATION_FOLD for n in names]),
             **{k: v[0] for k, v in lists.items()}, **{f"{k}_ends": v[1] for k, v in lists.items()})
    print(f"{len(photos)} photos ({sum(held)} held out), {len(names)} noses in {args.out}, {args.out.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
