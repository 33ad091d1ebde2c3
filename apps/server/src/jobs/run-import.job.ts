import { RUN_IMPORT, runImport } from '@snout/core/imports';
import { type AnyJob, defineJob } from '@snout/core/jobs';
import { z } from 'zod';
import type { JobDeps } from './job-deps.ts';

const payload = z.object({ tenantId: z.string(), importId: z.string() });

/** Some rows of an import; what a crash leaves is taken up by tend-imports. */
export function runImportJob({ imports }: Pick<JobDeps, 'imports'>): AnyJob {
  return defineJob({
    kind: RUN_IMPORT,
    payload,
    // Twenty rows with twenty slow addresses each.
    options: { attempts: 5, retryAfterSeconds: 30, timeoutSeconds: 3600, concurrency: 1 },
    run: async (told, { signal }) => {
      await runImport(imports(), told, signal);
    },
  });
}
