import { Image, Text } from '@mantine/core';
import type { PetPhotoDto } from '@snout/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { QualityHints } from '../photo/quality-hints.tsx';
import classes from './pet-photo-card.module.css';

interface PetPhotoCardProps {
  readonly photo: PetPhotoDto;
  readonly alt: string;
}

/** A photo of a pet as its head, which leads to the whole photo, with how useful it is and which models know it. */
export function PetPhotoCard({ photo, alt }: PetPhotoCardProps): ReactNode {
  return (
    <li className={classes['card']}>
      <a href={photo.url} target="_blank" rel="noreferrer">
        <Image src={photo.cropUrl} alt={alt} loading="lazy" className={classes['crop'] ?? ''} />
      </a>
      <div className={classes['words']}>
        <QualityHints quality={photo.quality} />
        <Making photo={photo} />
      </div>
    </li>
  );
}

function Making({ photo: { quality, madeBy } }: Pick<PetPhotoCardProps, 'photo'>): ReactNode {
  const { t } = useTranslation();
  const about = useQuery({ queryKey: QUERY_KEYS.about, queryFn: snoutApi.about, staleTime: Number.POSITIVE_INFINITY });
  const models = about.data?.models;
  const isCurrent = models && models.embedder === madeBy.model && models.pipeline === madeBy.pipeline;
  return (
    <details className={classes['making']}>
      <summary>{t('template.more')}</summary>
      <Text size="xs" className="break">
        {t('template.quality', { score: quality.score, model: quality.model })}
      </Text>
      <Text size="xs" className="break">
        {t('template.model', madeBy)}
      </Text>
      {models && <Text size="xs">{t(isCurrent ? 'template.current' : 'template.outdated')}</Text>}
    </details>
  );
}
