import { Anchor, Group, Image, List, Stack, Text } from '@mantine/core';
import { API_PATHS, apiPath } from '@snout/contract';
import type { ApplicationDto } from '@snout/contract/application';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useProductWords } from '../insurance/product-words.ts';
import { petPlace } from '../navigation/places.ts';
import { SectionCard } from '../navigation/section-card.tsx';
import { DecisionForm } from './decision-form.tsx';

interface ApplicationCardProps {
  readonly tenantId: string;
  readonly application: ApplicationDto;
}

type Reason = ApplicationDto['reasons'][number];

/** One application: the animal beside those that it may be, why somebody should look, and the decision. */
export function ApplicationCard({ tenantId, application }: ApplicationCardProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { day } = useProductWords();
  const { animalId, reasons, decision, state, tier, startsOn, createdAt } = application;
  const others = [...new Set(reasons.flatMap((reason) => ('animal' in reason ? [reason.animal] : [])))];
  const at = new Date(createdAt).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <SectionCard title={t('applications.made', { at })} intro={t('applications.cover', { tier, day: day(startsOn) })}>
      {animalId !== null && (
        <Group gap="md" align="flex-start">
          <Animal id={animalId} label={t('applications.thisAnimal')} />
          {others.map((id) => (
            <Animal key={id} id={id} label={t('applications.knownAnimal')} />
          ))}
        </Group>
      )}
      {reasons.length > 0 && (
        <List size="sm">
          {reasons.map((reason) => (
            <List.Item key={JSON.stringify(reason)}>
              <ReasonWords reason={reason} />
            </List.Item>
          ))}
        </List>
      )}
      {decision && (
        <Text size="sm">
          {t(`applications.decided.${state === 'declined' ? 'declined' : 'accepted'}`)} {decision.explanation}
        </Text>
      )}
      {state === 'referred' && <DecisionForm tenantId={tenantId} applicationId={application.id} />}
    </SectionCard>
  );
}

function Animal({ id, label }: { readonly id: string; readonly label: string }): ReactNode {
  return (
    <Stack gap={4} w={140}>
      <Image src={apiPath(API_PATHS.petPortrait, { petId: id })} alt={label} radius="md" w={140} h={140} loading="lazy" />
      <Anchor component={Link} href={petPlace(id)} size="sm">
        {label}
      </Anchor>
    </Stack>
  );
}

function ReasonWords({ reason }: { readonly reason: Reason }): ReactNode {
  const { t, i18n } = useTranslation();
  if (reason.kind !== 'looks-like-known') return t(`applications.reasons.${reason.kind}`);
  return t('applications.reasons.looks-like-known', { number: new Intl.NumberFormat(i18n.language).format(reason.falseMatchIn) });
}
