import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './capture.module.css';
import type { CaptureState } from './capture-machine.ts';
import { CAPTURE_STEPS, type CaptureStep } from './capture-steps.ts';

/** The four steps: which are done, which is now, which were left out. */
export function CaptureProgress({ capture }: { readonly capture: CaptureState }): ReactNode {
  const { t } = useTranslation();
  return (
    <ol className={classes['steps']}>
      {CAPTURE_STEPS.map((step) => {
        const state = stateOf(step, capture);
        return (
          <li key={step} className={classes['step']} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            {t(`capture.step.${step}`)}
            {state === 'done' && (
              <span role="img" aria-label={t('capture.stepDone')}>
                {' ✓'}
              </span>
            )}
            {state === 'skipped' && (
              <span role="img" aria-label={t('capture.stepSkipped')}>
                {' –'}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function stateOf(step: CaptureStep, { step: now, done, skipped }: CaptureState): 'now' | 'done' | 'skipped' | 'open' {
  if (step === now) return 'now';
  if (done.includes(step)) return 'done';
  return skipped.some((one) => one.step === step) ? 'skipped' : 'open';
}
