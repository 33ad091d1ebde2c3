import { Loader, Text } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './capture.module.css';
import { CaptureIcon } from './capture-icon.tsx';
import type { CaptureView } from './capture-session.ts';

/** Of the window's height that the picture may take: hints, steps and buttons must be seen with it. */
const MOST_HEIGHT = '52vh';

interface CaptureStageProps {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly stream: MediaStream | null;
  readonly view: CaptureView;
  /** The hint in words. */
  readonly hint: string;
  /** Said over the picture while there is nothing to look at yet. */
  readonly waiting: string | null;
}

/** The camera's picture with the head, the direction to turn to, the hint and how far the burst has come. */
export function CaptureStage({ video, stream, view, hint, waiting }: CaptureStageProps): ReactNode {
  const { t } = useTranslation();
  const [ratio, setRatio] = useState(4 / 3);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [video, stream]);
  const good = view.hint.shown === 'keep-still';
  const maxWidth = `calc(${MOST_HEIGHT} * ${ratio})`;
  return (
    <div>
      <div className={classes['stage']} style={{ aspectRatio: ratio, maxWidth }}>
        <video
          ref={video}
          className={classes['video']}
          aria-label={t('capture.video')}
          autoPlay
          playsInline
          muted
          onResize={({ currentTarget }) => currentTarget.videoHeight > 0 && setRatio(currentTarget.videoWidth / currentTarget.videoHeight)}
          onLoadedMetadata={({ currentTarget }) =>
            currentTarget.videoHeight > 0 && setRatio(currentTarget.videoWidth / currentTarget.videoHeight)
          }
        />
        <Marks view={view} good={good} />
        <div className={classes['burst']} style={{ transform: `scaleX(${view.progress})` }} aria-hidden="true" />
        {waiting !== null && (
          <div className={classes['waiting']}>
            <Loader color="white" size="sm" aria-hidden="true" />
            <Text>{waiting}</Text>
          </div>
        )}
      </div>
      <div className={classes['hint']} style={{ maxWidth }} role="status" aria-live="polite" data-good={good}>
        {waiting === null ? hint : ''}
      </div>
    </div>
  );
}

function Marks({ view, good }: { readonly view: CaptureView; readonly good: boolean }): ReactNode {
  const { look, frame, capture, hint } = view;
  if (frame === null) return null;
  const box = capture.step === 'nose' ? look?.nose?.leather : look?.head?.box;
  const { width, height } = frame;
  const side = hint.shown === 'turn-left' ? 'left' : hint.shown === 'turn-right' ? 'right' : null;
  return (
    <>
      <svg className={classes['overlay']} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {capture.step === 'nose' && (
          <circle className={classes['target']} cx={width / 2} cy={height / 2} r={Math.min(width, height) * 0.28} />
        )}
        {box && (
          <rect
            className={classes['head']}
            data-good={good}
            x={box[0]}
            y={box[1]}
            width={box[2] - box[0]}
            height={box[3] - box[1]}
            rx={Math.min(width, height) * 0.04}
          />
        )}
      </svg>
      {side && (
        <span className={classes['arrow']} data-side={side}>
          <CaptureIcon name={side} size={32} />
        </span>
      )}
    </>
  );
}
