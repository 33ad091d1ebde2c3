import type { AboutDto } from '@snout/contract';
import type { RecognitionDeps } from '@snout/core/recognition';
import type { Logger } from '../logger.ts';
import type { PhotoRenderer } from '../photo-renderer.ts';

/** Everything the HTTP layer stands on; made in compose.ts. */
export interface AppDeps extends RecognitionDeps {
  readonly renderer: PhotoRenderer;
  readonly about: AboutDto;
  readonly log: Logger;
  readonly allowedHosts: readonly string[];
  readonly maxRequestBytes: number;
  /** Folder of the built web app. */
  readonly webFolder: string;
}

/** What middleware leaves for handlers. */
export interface AppEnvironment {
  Variables: {
    requestId: string;
    log: Logger;
    /** Of the page's own style elements; see middleware/security-headers.ts. */
    styleNonce: string;
  };
}
