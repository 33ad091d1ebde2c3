const STORAGE_KEY = 'snout-tenant';
/** Fired on the window of the page in which the choice was made; other pages hear of it by `storage`. */
const CHANGED = 'snout-tenant-changed';

/** Id of the tenant that a person works in with this browser; null: of all that they belong to. */
export function chosenTenant(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

/** Remembers the choice. Where a browser keeps nothing, requests stay those of all tenants. */
export function chooseTenant(tenantId: string | null): void {
  try {
    if (tenantId === null) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, tenantId);
  } catch {
    // Storage is switched off.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** Calls `listener` when the choice changes, in this page or another one; gives what ends that. */
export function watchTenant(listener: () => void): () => void {
  const stored = ({ key }: StorageEvent) => {
    if (key === STORAGE_KEY || key === null) listener();
  };
  window.addEventListener(CHANGED, listener);
  window.addEventListener('storage', stored);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener('storage', stored);
  };
}
