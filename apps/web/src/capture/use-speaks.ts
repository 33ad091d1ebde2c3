import { useLocalStorage } from '@mantine/hooks';

/** Whether hints are said aloud: as a person chose last time, at first yes. */
export function useSpeaks(): readonly [boolean, (speaks: boolean) => void] {
  const [speaks, setSpeaks] = useLocalStorage({ key: 'snout-spoken-hints', defaultValue: true, getInitialValueInEffect: false });
  return [speaks, setSpeaks];
}
