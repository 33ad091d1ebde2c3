import { Button, Divider, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { MAX_PET_NAME_LENGTH, type SpeciesDto } from '@snout/contract';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../navigation/page.tsx';
import { LiveRegion } from '../photo/live-region.tsx';
import { PhotoPicker } from '../photo/photo-picker.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { UploadNotice } from '../upload/upload-notice.tsx';
import { CameraButton } from './camera-button.tsx';
import { DraftPhotoCard } from './draft-photo-card.tsx';
import { EnrolQuestion } from './enrol-question.tsx';
import { EnrolledNotice } from './enrolled-notice.tsx';
import { useEnrolment } from './use-enrolment.ts';

/** A new pet: its name and photos in, a pet out; or a question, when it may be there already. */
export function NewPetPage(): ReactNode {
  const { t } = useTranslation();
  const enrolment = useEnrolment();
  const { draft, change, done, pending, checking } = enrolment;
  const [tried, setTried] = useState(false);
  const nameMissing = draft.name.trim() === '';
  const photosMissing = draft.photos.length === 0;

  const startAgain = () => {
    enrolment.startAgain();
    setTried(false);
  };
  if (done) {
    return (
      <Page title={t('enrol.title')}>
        <EnrolledNotice done={done} onAnother={startAgain} />
      </Page>
    );
  }

  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!nameMissing && !photosMissing) enrolment.submit();
  };

  return (
    <Page title={t('enrol.title')} intro={t('enrol.intro')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="lg">
          <TextInput
            label={t('enrol.name')}
            placeholder={t('enrol.namePlaceholder')}
            value={draft.name}
            onChange={(event) => change({ kind: 'name', name: event.currentTarget.value })}
            maxLength={MAX_PET_NAME_LENGTH}
            error={tried && nameMissing ? t('enrol.nameMissing') : undefined}
            autoComplete="off"
            required
            maw={420}
          />
          <SpeciesChoice species={draft.species} onChange={(species) => change({ kind: 'species', species })} />
          <Stack gap="sm">
            <Title order={2} size="h4">
              {t('enrol.photos')}
            </Title>
            <CameraButton draftKey="enrol" species={draft.species} disabled={pending} onPhotos={enrolment.addPhotos} />
            <Divider label={t('enrol.orChoose')} />
            <PhotoPicker onPick={(files) => enrolment.addPhotos(files.map((file) => ({ file, drawn: null })))} disabled={pending} />
            {tried && photosMissing && (
              <Text size="sm" c="danger" role="alert">
                {t('enrol.photosMissing')}
              </Text>
            )}
            {draft.photos.map((photo) => (
              <DraftPhotoCard key={photo.id} photo={photo} checking={checking} onChange={change} />
            ))}
          </Stack>
          <LiveRegion words={checking ? t('enrol.checking') : pending ? t('enrol.submitting') : ''} />
          {enrolment.checkError && <ProblemAlert error={enrolment.checkError} />}
          {enrolment.error && <EnrolQuestion error={enrolment.error} pending={pending} onAnswer={enrolment.answer} />}
          {enrolment.upload && <UploadNotice state={enrolment.upload} onRetry={enrolment.retry} onCancel={enrolment.callOff} />}
          <div>
            <Button type="submit" size="md" loading={pending} disabled={checking}>
              {t('enrol.submit')}
            </Button>
          </div>
        </Stack>
      </form>
    </Page>
  );
}

interface SpeciesChoiceProps {
  readonly species: SpeciesDto | null;
  readonly onChange: (species: SpeciesDto | null) => void;
}

function SpeciesChoice({ species, onChange }: SpeciesChoiceProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm" fw={500} mb={4} id="species-label">
        {t('enrol.species')}
      </Text>
      <SegmentedControl
        aria-labelledby="species-label"
        value={species ?? 'auto'}
        onChange={(value) => onChange(value === 'dog' || value === 'cat' ? value : null)}
        data={[
          { value: 'auto', label: t('enrol.speciesAuto') },
          { value: 'dog', label: t('enrol.dog') },
          { value: 'cat', label: t('enrol.cat') },
        ]}
      />
    </div>
  );
}
