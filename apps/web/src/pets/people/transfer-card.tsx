import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TitledCard } from '../../navigation/titled-card.tsx';
import { InviteForm } from './invite-form.tsx';
import { OpenInvitations } from './open-invitations.tsx';

/** Offers a pet to a new owner. It stays where it is until the other side accepts. */
export function TransferCard({ petId, name }: { readonly petId: string; readonly name: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <TitledCard title={t('people.transferTitle', { name })} text={t('people.transferHint')}>
      <OpenInvitations petId={petId} kind="transfer" />
      <InviteForm petId={petId} kind="transfer" />
    </TitledCard>
  );
}
