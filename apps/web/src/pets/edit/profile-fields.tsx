import { Checkbox, MultiSelect, NativeSelect, SimpleGrid, Textarea, TextInput, Title } from '@mantine/core';
import { MAX_PET_NAME_LENGTH, petProfileSchema, type SpeciesDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BreedField } from './breed-field.tsx';
import { ChipFields } from './chip-fields.tsx';
import type { ProfileDraft } from './profile-draft.ts';

const SEXES = petProfileSchema.shape.sex.options;
const NEUTERED = petProfileSchema.shape.neutered.options;
const COLOURS = petProfileSchema.shape.colours.element.options;
const PATTERNS = petProfileSchema.shape.pattern.unwrap().options;
/** Of the service: a pet has so many colours at most, and texts are so long. */
const LIMITS = { colours: 4, marks: 500, notes: 5000 } as const;

interface ProfileFieldsProps {
  readonly species: SpeciesDto;
  readonly draft: ProfileDraft;
  readonly onChange: (change: Partial<ProfileDraft>) => void;
}

/** The fields of a profile. */
export function ProfileFields({ species, draft, onChange }: ProfileFieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('enrol.name')}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        maxLength={MAX_PET_NAME_LENGTH}
        autoComplete="off"
        required
      />
      <BreedField species={species} breed={draft.breed} onChange={(breed) => onChange({ breed })} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={t('details.sex')}
          value={draft.sex}
          onChange={(event) => onChange({ sex: SEXES.find((sex) => sex === event.currentTarget.value) ?? 'unknown' })}
          data={SEXES.map((value) => ({ value, label: t(`details.sexes.${value}`) }))}
        />
        <NativeSelect
          label={t('details.neutered')}
          value={draft.neutered}
          onChange={(event) => onChange({ neutered: NEUTERED.find((one) => one === event.currentTarget.value) ?? 'unknown' })}
          data={NEUTERED.map((value) => ({ value, label: t(`details.neuteredWords.${value}`) }))}
        />
      </SimpleGrid>
      <BirthFields draft={draft} onChange={onChange} />
      <CoatFields draft={draft} onChange={onChange} />
      <Textarea
        label={t('details.marks')}
        description={t('details.marksHint')}
        value={draft.marks}
        onChange={(event) => onChange({ marks: event.currentTarget.value })}
        maxLength={LIMITS.marks}
        autosize
        minRows={2}
      />
      <ChipFields microchips={draft.microchips} onChange={(microchips) => onChange({ microchips })} />
      <Title order={2} size="h4">
        {t('details.private')}
      </Title>
      {(['medicalNotes', 'contactNotes'] as const).map((field) => (
        <Textarea
          key={field}
          label={t(`details.${field}`)}
          description={t(`details.${field}Hint`)}
          value={draft[field]}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
          maxLength={LIMITS.notes}
          autosize
          minRows={3}
        />
      ))}
    </>
  );
}

type PartProps = Pick<ProfileFieldsProps, 'draft' | 'onChange'>;

function BirthFields({ draft, onChange }: PartProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('details.birth')}
        description={t('details.birthHint')}
        placeholder="2024-05-17"
        pattern="\d{4}(-\d{2}(-\d{2})?)?"
        value={draft.birthDate}
        onChange={(event) => onChange({ birthDate: event.currentTarget.value })}
        autoComplete="off"
        maw={320}
      />
      <Checkbox
        label={t('details.birthEstimated')}
        checked={draft.birthEstimated}
        onChange={(event) => onChange({ birthEstimated: event.currentTarget.checked })}
      />
    </>
  );
}

function CoatFields({ draft, onChange }: PartProps): ReactNode {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <MultiSelect
        label={t('details.colour')}
        value={[...draft.colours]}
        onChange={(chosen) => onChange({ colours: COLOURS.filter((colour) => chosen.includes(colour)) })}
        maxValues={LIMITS.colours}
        data={COLOURS.map((value) => ({ value, label: t(`details.colours.${value}`) }))}
      />
      <NativeSelect
        label={t('details.pattern')}
        value={draft.pattern ?? ''}
        onChange={(event) => onChange({ pattern: PATTERNS.find((pattern) => pattern === event.currentTarget.value) ?? null })}
        data={[{ value: '', label: t('details.notSaid') }, ...PATTERNS.map((value) => ({ value, label: t(`details.patterns.${value}`) }))]}
      />
    </SimpleGrid>
  );
}
