import { useTranslation } from 'react-i18next';

/** A function that writes a time (ISO 8601) for the reader: day and time of day in their language and time zone. */
export function useWhen(): (time: string) => string {
  const { i18n } = useTranslation();
  return (time) => new Date(time).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
}
