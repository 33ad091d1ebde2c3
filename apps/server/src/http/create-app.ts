import { bodyLimit } from 'hono/body-limit';
import { type ApiApp, createApiApp } from './api-app.ts';
import type { AppDeps } from './app-environment.ts';
import { addAccessControl, checkEveryRouteIsControlled } from './middleware/access-control.ts';
import { addBodyTypes } from './middleware/body-type.ts';
import { checkHost } from './middleware/check-host.ts';
import { addIdempotency } from './middleware/idempotency.ts';
import { requestLog } from './middleware/request-log.ts';
import { sameOrigin } from './middleware/same-origin.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { addModelFiles } from './model-files.ts';
import { ProblemError } from './problem-error.ts';
import { problemResponse } from './problem-mapper.ts';
import { addAboutRoutes } from './routes/about.route.ts';
import { addAnalyseRoute } from './routes/analyse.route.ts';
import { addApiKeyRoutes } from './routes/api-keys.route.ts';
import { addAuditRoutes } from './routes/audit.route.ts';
import { addEnrolmentRoutes } from './routes/enrolment.route.ts';
import { addErasureRoutes } from './routes/erasure.route.ts';
import { addEvidenceRoutes } from './routes/evidence.route.ts';
import { addExportRoute } from './routes/export.route.ts';
import { addFoundPetRoutes } from './routes/found-pets.route.ts';
import { addHealthRoutes } from './routes/health.route.ts';
import { addIdentifyRoute } from './routes/identify.route.ts';
import { addImportRoutes } from './routes/imports.route.ts';
import { addInsuranceProductRoutes } from './routes/insurance-products.route.ts';
import { addMeRoutes } from './routes/me.route.ts';
import { addNotificationRoutes } from './routes/notifications.route.ts';
import { addOrganisationRoutes } from './routes/organisations.route.ts';
import { addPaymentRoutes } from './routes/payments.route.ts';
import { addPetMergeRoutes } from './routes/pet-merges.route.ts';
import { addPetPeopleRoutes } from './routes/pet-people.route.ts';
import { addPetProfileRoutes } from './routes/pet-profile.route.ts';
import { addPetSharingRoutes } from './routes/pet-sharing.route.ts';
import { addPetRoutes } from './routes/pets.route.ts';
import { addPhotoRoutes } from './routes/photos.route.ts';
import { addPolicyApplicationRoutes } from './routes/policy-applications.route.ts';
import { addSandboxPaymentRoutes } from './routes/sandbox-payments.route.ts';
import { addSignInRoutes } from './routes/sign-in.route.ts';
import { addUnsubscribeRoutes } from './routes/unsubscribe.route.ts';
import { addVerifyRoute } from './routes/verify.route.ts';
import { addWebhookRoutes } from './routes/webhooks.route.ts';
import { askerOf } from './signed-in.ts';
import { addWebFiles } from './web-files.ts';

const MIB = 1024 * 1024;
const MAX_SIGN_IN_BYTES = 64 * 1024;
/** A session or a refund of Stripe is a few KiB. */
const MAX_CALLBACK_BYTES = 256 * 1024;
/** Three photos of a phone. */
const MAX_FOUND_BYTES = 30 * MIB;

/** The whole HTTP service, without a socket: `app.request` answers in tests. */
export function createApp(deps: AppDeps): ApiApp {
  const app = createApiApp();
  app.onError((error, context) => problemResponse(error, context));
  app.notFound((context) => problemResponse(new ProblemError('not-found'), context));

  app.use(requestLog(deps), securityHeaders, checkHost(deps.allowedHosts), sameOrigin);
  app.use('/api/*', limitBody(deps.maxRequestBytes));
  // Read before anybody is known.
  app.use('/api/auth/*', limitBody(MAX_SIGN_IN_BYTES));
  app.use('/api/found-pets', limitBody(Math.min(MAX_FOUND_BYTES, deps.maxRequestBytes)));
  app.use('/api/found-pets/messages', limitBody(MAX_SIGN_IN_BYTES));
  app.use('/api/insurers/*', limitBody(MAX_SIGN_IN_BYTES));
  app.use('/api/payments/*', limitBody(MAX_CALLBACK_BYTES));
  addAccessControl(app, deps);
  addBodyTypes(app);
  const { idempotentRequests: requests, clock, ids } = deps;
  addIdempotency(app, { requests, clock, ids, askerOf });

  addHealthRoutes(app, deps);
  addAboutRoutes(app, deps);
  addAnalyseRoute(app, deps);
  addIdentifyRoute(app, deps);
  addPetRoutes(app, deps);
  addEnrolmentRoutes(app, deps);
  addPetProfileRoutes(app, deps);
  addPetPeopleRoutes(app, deps);
  addPetMergeRoutes(app, deps);
  addPetSharingRoutes(app, deps);
  addFoundPetRoutes(app, deps);
  addPhotoRoutes(app, deps);
  addExportRoute(app, deps);
  addErasureRoutes(app, deps);
  addImportRoutes(app, deps.imports);
  addVerifyRoute(app, deps);
  addEvidenceRoutes(app, deps);
  addSignInRoutes(app, deps);
  addMeRoutes(app, deps);
  addOrganisationRoutes(app, deps);
  addApiKeyRoutes(app, deps);
  addWebhookRoutes(app, deps);
  addInsuranceProductRoutes(app, deps);
  addPolicyApplicationRoutes(app, deps);
  addPaymentRoutes(app, deps);
  addAuditRoutes(app, deps);
  addNotificationRoutes(app, deps);
  if (deps.sandboxDesk) addSandboxPaymentRoutes(app, deps.sandboxDesk);
  if (deps.unsubscribe) addUnsubscribeRoutes(app, deps.unsubscribe);
  addModelFiles(app, deps.modelsFolder);
  addWebFiles(app, deps.webFolder);
  checkEveryRouteIsControlled(app);
  return app;
}

function limitBody(maxSize: number) {
  const most = maxSize < MIB ? `${Math.floor(maxSize / 1024)} KiB` : `${Math.floor(maxSize / MIB)} MiB`;
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError('request-too-large', `At most ${most} in one request. Send fewer photos at once.`);
    },
  });
}
