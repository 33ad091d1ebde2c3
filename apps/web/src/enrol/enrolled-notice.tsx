import { Button, Card, Group, Image, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { petPlace } from '../navigation/places.ts';
import { PhotoProblemList } from '../problem/photo-problem-list.tsx';
import type { EnrolDone } from './use-enrolment.ts';

interface EnrolledNoticeProps {
  readonly done: EnrolDone;
  readonly onAnother: () => void;
}

/** The pet is stored: what was taken, what was left out, where to go next. Takes the keyboard, so that it is read. */
export function EnrolledNotice({ done, onAnother }: EnrolledNoticeProps): ReactNode {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { pet, skipped } = done.enrolment;
  return (
    <Card withBorder padding="lg">
      <Group align="flex-start" gap="lg">
        <Image src={pet.portraitUrl} alt={t('pets.portraitAlt', { name: pet.name })} w={160} h={160} radius="md" />
        <Stack gap="sm" flex={1} miw={240}>
          <div>
            <Title order={2} size="h3" ref={title} tabIndex={-1}>
              {t(done.kind === 'enrolled' ? 'enrol.doneTitle' : 'enrol.addedTitle', { name: pet.name })}
            </Title>
            <Text>{t('pets.photoCount', { count: pet.photos.length })}</Text>
          </div>
          {skipped.length > 0 && (
            <div>
              <Text size="sm" fw={600}>
                {t('enrol.skipped')}
              </Text>
              <PhotoProblemList problems={skipped} />
            </div>
          )}
          <Group>
            <Button component={Link} href={petPlace(pet.id)}>
              {t('enrol.show', { name: pet.name })}
            </Button>
            <Button variant="default" onClick={onAnother}>
              {t('enrol.another')}
            </Button>
          </Group>
        </Stack>
      </Group>
    </Card>
  );
}
