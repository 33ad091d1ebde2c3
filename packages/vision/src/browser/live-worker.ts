import { z } from 'zod';
import type { Pixels } from '../pipeline/pixels.ts';
import type { LiveAnswer, LiveFrame, LiveRequest } from './live-look.ts';
import { type LiveModels, loadLiveModels } from './live-models.ts';
import { lookAtFrame } from './look-at-frame.ts';
import { publishedModels } from './model-server.ts';
import { prepareOnnxWeb } from './onnx-web-session.ts';

/**
 * The worker of a live picture: started by start-live-sight.ts and by nothing else. One request at a time, an answer to each; what
 * goes wrong is an answer too.
 */
let models: LiveModels | null = null;
let canvas: OffscreenCanvas | null = null;

// Zod would try to compile its parsers, which the content security policy forbids.
z.config({ jitless: true });

globalThis.addEventListener('message', (event: MessageEvent<LiveRequest>) => {
  answer(event.data).then(post, (error: unknown) => post({ kind: 'failed', message: String(error) }));
});

async function answer(request: LiveRequest): Promise<LiveAnswer> {
  switch (request.kind) {
    case 'open':
      models = await loadLiveModels({
        files: publishedModels(request.modelsUrl),
        createSession: prepareOnnxWeb({ threads: request.threads }),
        longerSide: request.longerSide,
      });
      return { kind: 'ready' };
    case 'frame': {
      const start = performance.now();
      if (models === null) throw new Error('A frame came before the models.');
      const look = await lookAtFrame(readPixels(request), request, models);
      return { kind: 'look', look: { ...look, milliseconds: performance.now() - start } };
    }
  }
}

function readPixels({ bitmap }: LiveFrame): Pixels {
  const { width, height } = bitmap;
  if (canvas === null || canvas.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser has no 2D canvas.');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { data: context.getImageData(0, 0, width, height).data, width, height, channels: 4 };
}

function post(message: LiveAnswer): void {
  globalThis.postMessage(message);
}
