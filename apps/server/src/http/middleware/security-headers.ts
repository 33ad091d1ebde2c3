import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { AppEnvironment } from '../app-environment.ts';

/**
 * Headers for every answer. Everything comes from this origin; photos being looked at are blob: or data: URLs. The component
 * library writes style elements at run time: they carry a nonce, made for each answer.
 */
export const securityHeaders: MiddlewareHandler<AppEnvironment> = async (context, next) => {
  const nonce = randomBytes(16).toString('base64url');
  context.set('styleNonce', nonce);
  await next();
  const headers = context.res.headers;
  // A page that is not the app's may need another policy.
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', contentSecurityPolicy(nonce));
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(self), geolocation=(), microphone=()');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('x-frame-options', 'DENY');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
};

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    // Models run as WebAssembly in a worker of the page.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
