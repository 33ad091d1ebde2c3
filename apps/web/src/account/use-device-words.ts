import Bowser from 'bowser';
import { useTranslation } from 'react-i18next';

/** Longest a program that is no browser is quoted. */
const QUOTED = 60;

/** A function that names a browser and its system for the reader, from what it calls itself (User-Agent). */
export function useDeviceWords(): (userAgent: string | null) => string {
  const { t } = useTranslation();
  return (userAgent) => {
    if (userAgent === null || userAgent === '') return t('device.unknown');
    const { browser, os } = Bowser.parse(userAgent);
    if (!browser.name) return userAgent.slice(0, QUOTED);
    return os.name ? t('device.on', { browser: browser.name, system: os.name }) : browser.name;
  };
}
