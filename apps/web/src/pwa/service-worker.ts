/** What of a service worker's scope is used here; the DOM's types, which the page needs, do not know it. */
interface WaitableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface PushedEvent extends WaitableEvent {
  readonly data: { json(): unknown } | null;
}
interface ClickedEvent extends WaitableEvent {
  readonly notification: Notification;
}
interface Scope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { openWindow(url: string): Promise<unknown> };
}
interface RequestEvent extends WaitableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/**
 * The files of the app: its page, scripts, styles and icons. The build writes them in (build/list-shell-files.ts), so that another
 * app is another service worker. Photos, answers of the API and models are never kept.
 */
const SHELL = 'SNOUT_SHELL_FILES'.split(' ');
const PAGE = '/';
const CACHE = 'SNOUT_SHELL_NAME';

self.addEventListener('install', (event) => {
  (event as WaitableEvent).waitUntil(caches.open(CACHE).then((cache) => cache.addAll([PAGE, ...SHELL])));
});

self.addEventListener('activate', (event) => {
  (event as WaitableEvent).waitUntil(
    caches.keys().then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)))),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event as RequestEvent;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    // Photos open as documents of their own.
    if (!pathname.startsWith('/api/')) (event as RequestEvent).respondWith(fetch(request).catch(() => kept(PAGE)));
  } else if (SHELL.includes(pathname)) {
    (event as RequestEvent).respondWith(kept(pathname).catch(() => fetch(request)));
  }
});

const scope = self as unknown as Scope;

/** Messages are those of packages/core (PushMessage); the service alone has the key to send them. */
self.addEventListener('push', (event) => {
  const pushed = event as PushedEvent;
  const message = pushed.data?.json() as { title: string; body: string; path: string; tag?: string } | undefined;
  if (!message) return;
  const { title, body, path, tag } = message;
  const more = tag === undefined ? {} : { tag };
  pushed.waitUntil(scope.registration.showNotification(title, { body, icon: '/icon-192.png', data: { path }, ...more }));
});

self.addEventListener('notificationclick', (event) => {
  const { notification } = event as ClickedEvent;
  notification.close();
  const { path } = notification.data as { path: string };
  const url = new URL(path, self.location.origin);
  // A message leads to a page of the app and nowhere else.
  if (url.origin === self.location.origin) (event as ClickedEvent).waitUntil(scope.clients.openWindow(url.href));
});

async function kept(path: string): Promise<Response> {
  const response = await (await caches.open(CACHE)).match(path);
  if (!response) throw new TypeError(`${path} is not kept.`);
  return response;
}
