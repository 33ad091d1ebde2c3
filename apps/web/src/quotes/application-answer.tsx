import { Alert, Anchor, List, Stack, Text } from '@mantine/core';
import type { OwnApplicationDto } from '@snout/contract/application';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { NotApplied } from '../api/quote-api.ts';
import { useProductWords } from '../insurance/product-words.ts';
import { editPetPlace, petPlace } from '../navigation/places.ts';
import { SectionCard } from '../navigation/section-card.tsx';
import { useNoQuoteWords } from './use-no-quote-words.ts';

interface ApplicationAnswerProps {
  readonly answer: OwnApplicationDto | NotApplied;
  readonly petId: string;
}

/** What came of an application, with what can be done now. */
export function ApplicationAnswer({ answer, petId }: ApplicationAnswerProps): ReactNode {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} style={{ outline: 'none' }}>
      {'id' in answer ? (
        <Applied answer={answer} />
      ) : (
        <Alert color="yellow" title={t(`apply.${answer.kind}`)}>
          <NotAppliedWords answer={answer} petId={petId} />
        </Alert>
      )}
    </div>
  );
}

function Applied({ answer }: { readonly answer: OwnApplicationDto }): ReactNode {
  const { t } = useTranslation();
  const { money, day } = useProductWords();
  const { policy, reasons, decision, state } = answer;
  const [term] = policy?.terms ?? [];
  if (state === 'declined') {
    return (
      <SectionCard title={t('apply.declined')} intro={t('apply.declinedHint')}>
        <Text style={{ whiteSpace: 'pre-line' }}>{decision?.explanation}</Text>
      </SectionCard>
    );
  }
  if (policy === null || term === undefined) {
    return (
      <SectionCard title={t('apply.referred')} intro={t('apply.referredHint')}>
        <List size="sm">
          {reasons.map((reason) => (
            <List.Item key={reason}>{t(`apply.reasons.${reason}`)}</List.Item>
          ))}
        </List>
      </SectionCard>
    );
  }
  return (
    <SectionCard title={t('apply.accepted')} intro={t('apply.number', { number: policy.number })}>
      <Text size="sm">
        {t(term.isPaid ? 'apply.paid' : 'apply.due', {
          total: money(term.premium.total, policy.currency),
          day: day(term.payableUntil),
          from: day(term.startsOn),
        })}
      </Text>
    </SectionCard>
  );
}

function NotAppliedWords({ answer, petId }: { readonly answer: NotApplied; readonly petId: string }): ReactNode {
  const { t } = useTranslation();
  const { day } = useProductWords();
  const noQuote = useNoQuoteWords();
  if (answer.kind === 'better-photos') {
    return (
      <Stack gap="xs">
        <List size="sm">
          {answer.wishes.map((wish) => (
            <List.Item key={wish.kind}>
              {wish.kind === 'good-face-photos'
                ? t('apply.wishes.good-face-photos', { have: wish.have, want: wish.want })
                : t('apply.wishes.nose-close-up')}
            </List.Item>
          ))}
        </List>
        <Anchor component={Link} href={petPlace(petId)} size="sm">
          {t('apply.addPhotos')}
        </Anchor>
      </Stack>
    );
  }
  const words = (reason: (typeof answer.reasons)[number]): string => {
    switch (reason.kind) {
      case 'not-quoted':
        return noQuote(reason.reason);
      case 'already-insured':
        return t('apply.refusals.already-insured', { number: reason.number, day: reason.until === null ? '' : day(reason.until) });
      case 'not-in-force':
      case 'birth-date-missing':
      case 'another-product':
      case 'applicant-gone':
      case 'application-open':
      case 'disclosures-not-accepted':
        return t(`apply.refusals.${reason.kind}`);
    }
  };
  return (
    <Stack gap="xs">
      <List size="sm">
        {answer.reasons.map((reason) => (
          <List.Item key={JSON.stringify(reason)}>{words(reason)}</List.Item>
        ))}
      </List>
      {answer.reasons.some(({ kind }) => kind === 'birth-date-missing') && (
        <Anchor component={Link} href={editPetPlace(petId)} size="sm">
          {t('apply.editPet')}
        </Anchor>
      )}
    </Stack>
  );
}
