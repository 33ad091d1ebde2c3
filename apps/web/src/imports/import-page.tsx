import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../navigation/page.tsx';
import { type ChosenFiles, ImportForm, NO_FILES } from './import-form.tsx';
import { ImportGuide } from './import-guide.tsx';
import { OneImport } from './one-import.tsx';
import { PastImports } from './past-imports.tsx';

/** Many pets from a file: choosing it, or what became of it. The files stay at hand from the check to the import. */
export function ImportPage({ importId }: { readonly importId: string | null }): ReactNode {
  const { t } = useTranslation();
  const [files, setFiles] = useState<ChosenFiles>(NO_FILES);
  if (importId !== null) return <OneImport key={importId} importId={importId} files={files} />;
  return (
    <Page title={t('imports.title')} intro={t('imports.intro')}>
      <ImportForm files={files} onChange={setFiles} />
      <ImportGuide />
      <PastImports />
    </Page>
  );
}
