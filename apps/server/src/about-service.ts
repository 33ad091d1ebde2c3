import { type AboutDto, MAX_PHOTOS_PER_REQUEST } from '@snout/contract';
import type { RecogniserModels } from '@snout/core/recognition';
import manifest from '../package.json' with { type: 'json' };

/** What the service says about itself. The models' cards name their data in full. */
export function aboutService(models: RecogniserModels & { readonly marks: string }, requestBytes: number): AboutDto {
  const { detector, embedder, quality, pipeline, marks } = models;
  return {
    name: 'Snout',
    version: manifest.version,
    models: { detector, embedder, quality, marks, pipeline },
    limits: { photosPerRequest: MAX_PHOTOS_PER_REQUEST, requestBytes },
    licence: {
      code: manifest.license,
      weights: 'CC-BY-4.0',
      attribution:
        'Trained among others on DogFaceNet (Mougeot, Li, Jia 2019, CC BY 4.0) from a MobileNetV2 pretrained on ImageNet (Apache-2.0); see models/*/README.md.',
    },
  };
}
