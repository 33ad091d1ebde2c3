import type { FieldFaultDto } from '@snout/contract';
import { useTranslation } from 'react-i18next';
import { faultsEn } from '../i18n/faults-en.ts';

type Fault = Pick<FieldFaultDto, 'field' | 'code' | 'limit' | 'message'>;
type FieldName = keyof typeof faultsEn.field;

const CHIP_FAULTS = {
  'chip-empty': 'empty',
  'chip-characters': 'characters',
  'chip-length': 'length',
  'chip-no-issuer': 'no-issuer',
  'chip-test-number': 'test-number',
  'chip-too-large': 'too-large',
} as const;

function isChipFault(code: FieldFaultDto['code']): code is keyof typeof CHIP_FAULTS {
  return code in CHIP_FAULTS;
}

/** Of files, only the page that takes them in knows the words. */
function isFieldFault(code: FieldFaultDto['code']): code is keyof typeof faultsEn.fault {
  return code in faultsEn.fault;
}

/** A function that says in the reader's language which field is wrong, why, and what to do. */
export function useFaultWords(): (fault: Fault) => string {
  const { t } = useTranslation();
  const what = ({ code, limit, message }: Fault): string => {
    // Only the service knows more; it says it in English.
    if (code === 'invalid') return message;
    if (isChipFault(code)) return t(`chip.fault.${CHIP_FAULTS[code]}`);
    return isFieldFault(code) ? t(`fault.${code}`, { limit: limit ?? 0 }) : t(`fileFault.${code}`, { limit: limit ?? 0 });
  };
  return (fault) => {
    // Of a list, the name without the number: "microchips.0".
    const [top = ''] = fault.field.split('.');
    const field = top in faultsEn.field ? t(`field.${top as FieldName}`) : fault.field;
    return t('faultIn', { field, what: what(fault) });
  };
}
