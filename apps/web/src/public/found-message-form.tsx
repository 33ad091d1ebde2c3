import { Alert, Button, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { FOUND_TEXT_LIMITS } from '@snout/contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foundPetApi } from '../api/found-pet-api.ts';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { newKey } from '../upload/new-key.ts';
import classes from './found-message-form.module.css';

/** One message from a finder to an owner; neither learns who the other is but what the finder writes. */
export function FoundMessageForm({ ticket }: { readonly ticket: string }): ReactNode {
  const { t } = useTranslation();
  const [key] = useState(newKey);
  const [message, setMessage] = useState('');
  const [contact, setContact] = useState('');
  const [website, setWebsite] = useState('');
  const leave = useMutation({
    mutationFn: () => foundPetApi.leave({ ticket, message, contact: contact.trim() === '' ? null : contact, website }, key),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    leave.mutate();
  };
  if (leave.isSuccess) {
    return (
      <Alert color="pine" role="status">
        {t('found.sent')}
      </Alert>
    );
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Textarea
          label={t('found.message')}
          description={t('found.messageHint')}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
          maxLength={FOUND_TEXT_LIMITS.message}
          required
          autosize
          minRows={3}
        />
        <TextInput
          label={t('found.contact')}
          description={t('found.contactHint')}
          value={contact}
          onChange={(event) => setContact(event.currentTarget.value)}
          maxLength={FOUND_TEXT_LIMITS.contact}
          autoComplete="off"
        />
        <div className={classes['trap']} aria-hidden="true">
          <input
            name="website"
            tabIndex={-1}
            autoComplete="off"
            value={website}
            onChange={(event) => setWebsite(event.currentTarget.value)}
          />
        </div>
        <Text size="sm" c="dimmed">
          {t('found.careful')}
        </Text>
        {leave.isError && <ProblemAlert error={leave.error} />}
        <div>
          <Button type="submit" loading={leave.isPending}>
            {t('found.send')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
