"""A step after training that costs nothing at run time: `python -m snout_training.embedder.polish --help`.

Averaging the weights with an early snapshot (Wortsman et al. 2022, robust fine-tuning) takes back what learning the training dogs by heart
cost on animals never seen; the share is chosen on validation individuals.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from ..blend import blend
from .faces import read_cats, read_dogs
from .metrics import figures, text
from .model import FaceEmbedder
from .train import embed

def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("work"))
    parser.add_argument("--name", default="embedder-1")
    parser.add_argument("--side", type=int, default=160)
    parser.add_argument("--parts", type=float, nargs="*", default=[0.0, 0.2, 0.3, 0.4], help="shares of the early snapshot to try")
    args = parser.parse_args()
    late, early = (torch.load(args.work / f"{args.name}{s}.pt", weights_only=True) for s in ("", ".early"))
    dogs, cats = read_dogs(args.data, "validation"), read_cats(args.data)
    scores: dict[float, float] = {}
    for part in args.parts:
        model = FaceEmbedder()
        model.load_state_dict(blend(late, early, part))
        model = model.to(memory_format=torch.channels_last)
        fd = figures(embed(model, dogs.pixels, args.side), dogs.labels)
        fc = figures(embed(model, cats.pixels, args.side), cats.labels)
        print(f"early {part:.2f}: dogs {text(fd)} | cats {text(fc)}", flush=True)
        # What the targets ask for, both species alike: few equal errors, many true matches at FMR 1 %.
        scores[part] = fd["tar@0.01"] + fc["tar@0.01"] - 2 * fd["eer"] - 2 * fc["eer"]
    kept = max(scores, key=lambda part: scores[part])
    torch.save(blend(late, early, kept), args.work / f"{args.name}.polished.pt")
    print(f"kept: early {kept:.2f}")


if __name__ == "__main__":
    main()
