import { accountApi } from '../api/account-api.ts';

/** `refused`: the person does not let this page send messages. `impossible`: this browser cannot, or the page is not installed as it needs. */
export type PushState = 'on' | 'off' | 'refused' | 'impossible';
/** `no-service`: the browser could not reach the service of its maker through which messages come. */
export type PushTrouble = 'refused' | 'no-service';

export class PushError extends Error {
  readonly trouble: PushTrouble;

  constructor(trouble: PushTrouble) {
    super(trouble);
    this.name = 'PushError';
    this.trouble = trouble;
  }
}

/** Whether Snout may send messages to this browser. */
export async function pushState(): Promise<PushState> {
  const worker = await serviceWorker();
  if (worker === null || !('PushManager' in window) || !('Notification' in window)) return 'impossible';
  if (Notification.permission === 'denied') return 'refused';
  return (await worker.pushManager.getSubscription()) === null ? 'off' : 'on';
}

/** Asks the person and the browser, and tells the service. @throws PushError, ApiError */
export async function switchPushOn(): Promise<void> {
  const worker = await serviceWorker();
  if (worker === null || (await Notification.requestPermission()) !== 'granted') throw new PushError('refused');
  const applicationServerKey = await accountApi.pushKey();
  const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }).catch(() => {
    throw new PushError('no-service');
  });
  const { endpoint, keys } = subscription.toJSON();
  await accountApi.subscribePush({ endpoint, keys });
}

/** No more messages to this browser: the service forgets it first, since it would otherwise go on sending. */
export async function switchPushOff(): Promise<void> {
  const subscription = await (await serviceWorker())?.pushManager.getSubscription();
  if (!subscription) return;
  await accountApi.unsubscribePush(subscription.endpoint);
  await subscription.unsubscribe();
}

/** Null: this page has none, as in development. */
async function serviceWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  return (await navigator.serviceWorker.getRegistration()) ?? null;
}
