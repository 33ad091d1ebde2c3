import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES } from './organisation-words.ts';

/** What each role may do, for those who give them. */
export function RoleTable(): ReactNode {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('team.whatRoles')}</summary>
      <dl>
        {ROLES.map((role) => (
          <div key={role}>
            <dt>
              <Text fw={600} size="sm" mt="xs">
                {t(`team.roles.${role}`)}
              </Text>
            </dt>
            <dd>
              <Text size="sm">{t(`team.roleHints.${role}`)}</Text>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
