import { lazy, type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { IdentificationProvider } from './identify/identification.tsx';
import { AppFrame } from './navigation/app-frame.tsx';
import { ArrivalProvider } from './navigation/arrival.tsx';
import { BrokenPage } from './navigation/broken-page.tsx';
import { NotFoundPage } from './navigation/not-found-page.tsx';
import { PageSkeleton } from './navigation/page-skeleton.tsx';
import { PLACES } from './navigation/places.ts';
import { InstallOfferProvider } from './pwa/install-offer.tsx';

/** Sections are loaded when they are opened: the first page is there sooner. */
const IdentifyPage = lazy(async () => ({ default: (await import('./identify/identify-page.tsx')).IdentifyPage }));
const PetsPage = lazy(async () => ({ default: (await import('./pets/pets-page.tsx')).PetsPage }));
const NewPetPage = lazy(async () => ({ default: (await import('./enrol/new-pet-page.tsx')).NewPetPage }));
const PetPage = lazy(async () => ({ default: (await import('./pets/pet-page.tsx')).PetPage }));
const EditPetPage = lazy(async () => ({ default: (await import('./pets/edit/edit-pet-page.tsx')).EditPetPage }));
const SettingsPage = lazy(async () => {
  const [{ SettingsPage: page }] = await Promise.all([import('./settings/settings-page.tsx'), accountTexts()]);
  return { default: page };
});
const ConfirmedPage = lazy(async () => ({ default: (await import('./account/confirmed-page.tsx')).ConfirmedPage }));

type TeamRoom = ReturnType<typeof import('./organisations/open-team-room.ts').openTeamRoom>;
const teamRoom = async (): Promise<TeamRoom> => (await import('./organisations/open-team-room.ts')).openTeamRoom();
const OrganisationsPage = lazy(async () => ({ default: (await teamRoom()).OrganisationsPage }));
const NewOrganisationPage = lazy(async () => ({ default: (await teamRoom()).NewOrganisationPage }));
const InvitationsPage = lazy(async () => ({ default: (await teamRoom()).InvitationsPage }));
const MembersPage = lazy(async () => ({ default: (await teamRoom()).MembersPage }));
const ApiKeysPage = lazy(async () => ({ default: (await teamRoom()).ApiKeysPage }));

type IntegrationsRoom = ReturnType<typeof import('./organisations/open-integrations-room.ts').openIntegrationsRoom>;
const integrationsRoom = async (): Promise<IntegrationsRoom> => {
  const [{ openIntegrationsRoom }] = await Promise.all([import('./organisations/open-integrations-room.ts'), teamRoom()]);
  return openIntegrationsRoom();
};
const WebhooksPage = lazy(async () => ({ default: (await integrationsRoom()).WebhooksPage }));
const WebhookPage = lazy(async () => ({ default: (await integrationsRoom()).WebhookPage }));
const AuditPage = lazy(async () => ({ default: (await integrationsRoom()).AuditPage }));

const ProductsPage = lazy(async () => {
  const [{ openProductsRoom }] = await Promise.all([import('./insurance/open-products-room.ts'), teamRoom()]);
  return { default: openProductsRoom().ProductsPage };
});

const ApplicationsPage = lazy(async () => {
  const [{ openApplicationsRoom }] = await Promise.all([import('./applications/open-applications-room.ts'), teamRoom()]);
  return { default: openApplicationsRoom().ApplicationsPage };
});
const OwnApplicationPage = lazy(async () => ({
  default: (await import('./quotes/open-quote-room.ts')).openQuoteRoom().OwnApplicationPage,
}));
const ApplyPage = lazy(async () => ({ default: (await import('./quotes/open-quote-room.ts')).openQuoteRoom().ApplyPage }));

/** Texts of the settings come with them. */
async function accountTexts(): Promise<void> {
  (await import('./i18n/account-texts.ts')).addAccountTexts();
}
const ImportPage = lazy(async () => ({ default: (await import('./imports/open-import-room.ts')).openImportRoom().ImportPage }));
const ArchivedPetsPage = lazy(async () => ({ default: (await import('./pets/archived-pets-page.tsx')).ArchivedPetsPage }));
const InvitationPage = lazy(async () => ({ default: (await import('./pets/people/invitation-page.tsx')).InvitationPage }));

/** The app: which page belongs to which address. */
export function App(): ReactNode {
  const [path] = useLocation();
  return (
    <ArrivalProvider>
      <InstallOfferProvider>
        <IdentificationProvider>
          <AppFrame>
            <ErrorBoundary FallbackComponent={BrokenPage} resetKeys={[path]}>
              <Suspense fallback={<PageSkeleton />}>
                <Switch>
                  <Route path={PLACES.home}>
                    <Redirect to={PLACES.pets} replace />
                  </Route>
                  <Route path={PLACES.identify} component={IdentifyPage} />
                  <Route path={PLACES.pets} component={PetsPage} />
                  <Route path={PLACES.newPet} component={NewPetPage} />
                  {/* One route for both: the chosen files stay while a person looks at what became of them. */}
                  <Route path={`${PLACES.imports}/:importId?`}>{({ importId }) => <ImportPage importId={importId ?? null} />}</Route>
                  <Route path={PLACES.archivedPets} component={ArchivedPetsPage} />
                  <Route path={PLACES.petInvitation} component={InvitationPage} />
                  <Route path={PLACES.pet}>{({ petId }) => <PetPage key={petId} petId={petId} />}</Route>
                  <Route path={PLACES.editPet}>{({ petId }) => <EditPetPage key={petId} petId={petId} />}</Route>
                  <Route path={PLACES.settings} component={SettingsPage} />
                  <Route path={PLACES.confirmed} component={ConfirmedPage} />
                  <Route path={PLACES.invitations} component={InvitationsPage} />
                  <Route path={PLACES.organisations} component={OrganisationsPage} />
                  <Route path={PLACES.newOrganisation} component={NewOrganisationPage} />
                  <Route path={PLACES.members}>{({ tenantId }) => <MembersPage key={tenantId} tenantId={tenantId} />}</Route>
                  <Route path={PLACES.apiKeys}>{({ tenantId }) => <ApiKeysPage key={tenantId} tenantId={tenantId} />}</Route>
                  <Route path={PLACES.webhooks}>{({ tenantId }) => <WebhooksPage key={tenantId} tenantId={tenantId} />}</Route>
                  <Route path={PLACES.webhook}>
                    {({ tenantId, webhookId }) => <WebhookPage key={webhookId} tenantId={tenantId} webhookId={webhookId} />}
                  </Route>
                  <Route path={PLACES.audit}>{({ tenantId }) => <AuditPage key={tenantId} tenantId={tenantId} />}</Route>
                  <Route path={PLACES.products}>{({ tenantId }) => <ProductsPage key={tenantId} tenantId={tenantId} />}</Route>
                  <Route path={PLACES.applications}>{({ tenantId }) => <ApplicationsPage key={tenantId} tenantId={tenantId} />}</Route>
                  <Route path={PLACES.ownApplication}>
                    {({ insurerId, applicationId }) => (
                      <OwnApplicationPage key={applicationId} insurerId={insurerId} applicationId={applicationId} />
                    )}
                  </Route>
                  <Route path={PLACES.apply}>{({ insurerId }) => <ApplyPage key={insurerId} insurerId={insurerId} />}</Route>
                  <Route component={NotFoundPage} />
                </Switch>
              </Suspense>
            </ErrorBoundary>
          </AppFrame>
        </IdentificationProvider>
      </InstallOfferProvider>
    </ArrivalProvider>
  );
}
