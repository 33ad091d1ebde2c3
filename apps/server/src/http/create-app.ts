import { bodyLimit } from 'hono/body-limit';
import { type ApiApp, createApiApp } from './api-app.ts';
import type { AppDeps } from './app-environment.ts';
import { checkHost } from './middleware/check-host.ts';
import { multipartOnly } from './middleware/multipart-only.ts';
import { requestLog } from './middleware/request-log.ts';
import { sameOrigin } from './middleware/same-origin.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { ProblemError } from './problem-error.ts';
import { problemResponse } from './problem-mapper.ts';
import { addAboutRoutes } from './routes/about.route.ts';
import { addAnalyseRoute } from './routes/analyse.route.ts';
import { addIdentifyRoute } from './routes/identify.route.ts';
import { addPetRoutes } from './routes/pets.route.ts';
import { addPhotoRoutes } from './routes/photos.route.ts';
import { addVerifyRoute } from './routes/verify.route.ts';
import { addWebFiles } from './web-files.ts';

/** The whole HTTP service, without a socket: `app.request` answers in tests. */
export function createApp(deps: AppDeps): ApiApp {
  const app = createApiApp();
  app.onError((error, context) => problemResponse(error, context));
  app.notFound((context) => problemResponse(new ProblemError('not-found'), context));

  app.use(requestLog(deps.log), securityHeaders, checkHost(deps.allowedHosts), sameOrigin);
  app.use('/api/*', multipartOnly, limitBody(deps.maxRequestBytes));

  addAboutRoutes(app, deps);
  addAnalyseRoute(app, deps);
  addIdentifyRoute(app, deps);
  addPetRoutes(app, deps);
  addPhotoRoutes(app, deps);
  addVerifyRoute(app, deps);
  addWebFiles(app, deps.webFolder);
  return app;
}

function limitBody(maxSize: number) {
  const mebibytes = Math.floor(maxSize / 1024 / 1024);
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError('request-too-large', `At most ${mebibytes} MiB in one request. Send fewer photos at once.`);
    },
  });
}
