import { useTranslation } from 'react-i18next';
import { type ApiReference, nameOf, resolved, type Schema } from './api-document.ts';

/** A function that says in a few words what a schema is: "string", "list of PetPhoto", "number or null". */
export function useTypeWords(schemas: ApiReference['schemas']): (schema: Schema) => string {
  const { t } = useTranslation();
  const either = (words: readonly string[]) => words.reduce((one, other) => t('apiDocs.types.either', { one, other }));
  const words = (schema: Schema): string => {
    const whole = resolved(schema, schemas);
    if (whole.items) return t('apiDocs.types.list', { of: words(whole.items) });
    const variants = [...(whole.anyOf ?? []), ...(whole.oneOf ?? [])];
    const isObject = whole.properties !== undefined || variants.length > 0;
    // Of an object with a name, the name says it.
    const name = nameOf(schema);
    if (name !== null && isObject) return name;
    if (variants.length > 0) return either(variants.map(words));
    return plainWords(whole) ?? either([whole.type ?? 'any'].flat());
  };
  const plainWords = ({ format, type, properties }: Schema): string | null => {
    if (format === 'binary') return t('apiDocs.types.file');
    return type === 'object' && properties === undefined ? t('apiDocs.types.map') : null;
  };
  return words;
}
