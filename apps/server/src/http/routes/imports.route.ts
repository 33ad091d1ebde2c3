import { API_PATHS, apiPath, type ImportDto } from '@snout/contract';
import {
  cancelImportRoute,
  downloadImportResultsRoute,
  listImportResultsRoute,
  listImportsRoute,
  showImportRoute,
  startImportRoute,
} from '@snout/contract/routes';
import { cancelImport, findImport, type ImportRecord, type ImportsDeps, importResultsCsv, startImport } from '@snout/core/imports';
import { stream } from 'hono/streaming';
import type { ApiApp } from '../api-app.ts';
import { importReasonDto } from '../dto/import-reason-dto.ts';
import { petActorOf } from '../signed-in.ts';

const LONGEST_NAME = 200;

/** Files of many pets, and what became of each row. */
export function addImportRoutes(app: ApiApp, deps: ImportsDeps): void {
  app.openapi(startImportRoute, async (context) => {
    const { file, photos, dryRun } = context.req.valid('form');
    const actor = petActorOf(context);
    const creation = context.get('creation');
    const made = creation?.again ? await deps.imports.find(actor.tenants, creation.id) : null;
    const started =
      made ??
      (await startImport(deps, actor, {
        id: creation?.id ?? deps.pets.ids.next(),
        fileName: file.name.replaceAll(/\p{Cc}/gu, ' ').slice(0, LONGEST_NAME),
        files: { list: await bytesOf(file), photos: photos ? await bytesOf(photos) : null },
        isDryRun: dryRun,
      }));
    return context.json(importDto(started), 202, { location: apiPath(API_PATHS.import, { importId: started.id }) });
  });

  app.openapi(listImportsRoute, async (context) => {
    const found = await deps.imports.list(petActorOf(context).tenants, context.req.valid('query').limit);
    return context.json({ imports: found.map(importDto) }, 200);
  });

  app.openapi(showImportRoute, async (context) => {
    return context.json(importDto(await findImport(deps, petActorOf(context), context.req.valid('param').importId)), 200);
  });

  app.openapi(listImportResultsRoute, async (context) => {
    const { id } = await findImport(deps, petActorOf(context), context.req.valid('param').importId);
    const { limit, after, outcome } = context.req.valid('query');
    const found = await deps.imports.results(id, { limit: limit + 1, after, outcome });
    const results = found.slice(0, limit).map((result) => ({ ...result, reasons: result.reasons.map(importReasonDto) }));
    return context.json({ results, next: found.length > limit ? (results.at(-1)?.row ?? null) : null }, 200);
  });

  app.openapi(downloadImportResultsRoute, async (context) => {
    const { id } = await findImport(deps, petActorOf(context), context.req.valid('param').importId);
    const log = context.get('log');
    context.header('content-type', 'text/csv; charset=utf-8; header=present');
    context.header('content-disposition', 'attachment; filename="import-results.csv"');
    context.header('cache-control', 'no-store');
    return stream(
      context,
      async (output) => {
        for await (const line of importResultsCsv(deps.imports, id)) {
          if (output.aborted) return;
          await output.write(line);
        }
      },
      async (error) => log.error({ err: error }, 'a download of results broke off'),
    );
  });

  app.openapi(cancelImportRoute, async (context) => {
    return context.json(importDto(await cancelImport(deps, petActorOf(context), context.req.valid('param').importId)), 200);
  });
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

function importDto({ id, fileName, isDryRun, state, rows, counts, createdAt, finishedAt }: ImportRecord): ImportDto {
  const { created, duplicate, error } = counts;
  return {
    id,
    fileName,
    dryRun: isDryRun,
    state,
    rows,
    done: created + duplicate + error,
    created,
    duplicates: duplicate,
    errors: error,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
