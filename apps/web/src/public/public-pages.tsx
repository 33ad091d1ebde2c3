import { lazy, type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Route, Switch } from 'wouter';
import { BrokenPage } from '../navigation/broken-page.tsx';
import { PageSkeleton } from '../navigation/page-skeleton.tsx';
import { PLACES } from '../navigation/places.ts';
import { PublicFrame } from './public-frame.tsx';

const SharedPetPage = lazy(async () => ({ default: (await import('./shared-pet-page.tsx')).SharedPetPage }));
const ApiDocsPage = lazy(async () => ({ default: (await import('../api-docs/open-api-docs.ts')).openApiDocs().ApiDocsPage }));
const QuotePage = lazy(async () => ({ default: (await import('../quotes/open-quote-room.ts')).openQuoteRoom().QuotePage }));
const FoundPage = lazy(async () => ({ default: (await import('./found-page.tsx')).FoundPage }));

/** Pages for whoever opens them, signed in or not; every other address shows `children`. */
export function PublicPages({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Switch>
      <Route path={PLACES.shared}>
        {({ shareToken }) => (
          <Framed>
            <SharedPetPage key={shareToken} token={shareToken} />
          </Framed>
        )}
      </Route>
      <Route path={PLACES.found}>
        <Framed>
          <FoundPage />
        </Framed>
      </Route>
      <Route path={PLACES.insurer}>
        {({ insurerId }) => (
          <Framed>
            <QuotePage key={insurerId} insurerId={insurerId} />
          </Framed>
        )}
      </Route>
      <Route path={PLACES.apiDocs}>
        <Framed>
          <ApiDocsPage />
        </Framed>
      </Route>
      <Route>{children}</Route>
    </Switch>
  );
}

function Framed({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <PublicFrame>
      <ErrorBoundary FallbackComponent={BrokenPage}>
        <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
      </ErrorBoundary>
    </PublicFrame>
  );
}
