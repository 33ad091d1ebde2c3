import { Button, Card, Group, SimpleGrid, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { LineIcon } from '../navigation/line-icon.tsx';
import { PLACES } from '../navigation/places.ts';
import { PawMark } from '../photo/paw-mark.tsx';
import classes from './first-pet.module.css';

const STEPS = [
  { name: 'show', icon: 'camera' },
  { name: 'keep', icon: 'shield' },
  { name: 'find', icon: 'identify' },
] as const;

/** Before the first pet: what Snout is for, in three steps, and the first of them as a button. */
export function FirstPet(): ReactNode {
  const { t } = useTranslation();
  return (
    <Card withBorder radius="lg" padding="xl" className={classes['card'] ?? ''}>
      <Stack gap="xl">
        <Group gap="lg" wrap="nowrap" align="center">
          <span className={classes['mark']}>
            <PawMark size={44} />
          </span>
          <div>
            <Title order={2} size="h3">
              {t('pets.empty')}
            </Title>
            <Text c="dimmed">{t('pets.emptyHint')}</Text>
          </div>
        </Group>
        <SimpleGrid component="ol" cols={{ base: 1, sm: 3 }} spacing="lg" className={classes['steps'] ?? ''}>
          {STEPS.map(({ name, icon }) => (
            <li key={name}>
              <ThemeIcon variant="light" size="xl" radius="md" aria-hidden="true">
                <LineIcon name={icon} />
              </ThemeIcon>
              <Text fw={650} mt="xs">
                {t(`pets.steps.${name}`)}
              </Text>
              <Text size="sm" c="dimmed">
                {t(`pets.steps.${name}Hint`)}
              </Text>
            </li>
          ))}
        </SimpleGrid>
        <Group>
          <Button component={Link} href={PLACES.newPet} size="md">
            {t('pets.addFirst')}
          </Button>
          <Button component={Link} href={PLACES.identify} size="md" variant="default">
            {t('who.title')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
