import { createContext, type ReactNode, use, useEffect, useState } from 'react';

/** What Chromium-based browsers fire when a page can be installed; other browsers have a menu for it. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

const InstallOfferContext = createContext<InstallOffer | null>(null);

/** Keeps the browser's offer for the page with the button: it comes once, soon after the app is opened. */
export function InstallOfferProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [offer, setOffer] = useState<InstallOffer | null>(null);
  useEffect(() => {
    const offered = (event: Event) => {
      event.preventDefault();
      setOffer(isOffer(event) ? event : null);
    };
    const installed = () => setOffer(null);
    window.addEventListener('beforeinstallprompt', offered);
    window.addEventListener('appinstalled', installed);
    return () => {
      window.removeEventListener('beforeinstallprompt', offered);
      window.removeEventListener('appinstalled', installed);
    };
  }, []);
  return <InstallOfferContext value={offer}>{children}</InstallOfferContext>;
}

/** Null: this browser does not offer it, or Snout is installed. */
export function useInstallOffer(): InstallOffer | null {
  return use(InstallOfferContext);
}

function isOffer(event: Event): event is InstallOffer {
  return 'prompt' in event && typeof event.prompt === 'function';
}
