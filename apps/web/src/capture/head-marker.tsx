import { Button, Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import type { BoxDto, PointDto } from '@snout/contract';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhotoUrl } from '../photo/use-photo-url.ts';
import classes from './capture.module.css';
import { frameAt, frameBetween, growFrame, moveFrame } from './head-frame.ts';

interface HeadMarkerProps {
  readonly file: File;
  readonly size: { readonly width: number; readonly height: number };
  readonly box: BoxDto | null;
  /** Null: no mark after all. */
  readonly onDone: (box: BoxDto | null) => void;
}

/** One key press, as a share of the photo's shorter side and as a factor. */
const STEP = 0.03;
const GROWTH = 1.1;
const MOVES: Readonly<Record<string, PointDto>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** Where the head is, shown by a person: a tap, a drawn frame, or the keyboard. */
export function HeadMarker({ file, size, box, onDone }: HeadMarkerProps): ReactNode {
  const { t } = useTranslation();
  const src = usePhotoUrl(file);
  const frameButton = useRef<HTMLButtonElement>(null);
  const [frame, setFrame] = useState<BoxDto>(() => box ?? frameAt([size.width / 2, size.height / 2], size));
  const drawing = useDrawing(size, setFrame);
  useEffect(() => frameButton.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    const growth = event.key === '+' || event.key === '=' ? GROWTH : event.key === '-' ? 1 / GROWTH : null;
    if (move) setFrame(moveFrame(frame, move, size));
    else if (growth !== null) setFrame(growFrame(frame, growth, size));
    else return;
    event.preventDefault();
  };
  const [x0, y0, x1, y1] = frame;
  const place = { width: x1 - x0, height: y1 - y0, x: x0, y: y0 };
  return (
    <Stack gap="md" align="flex-start">
      <div>
        <Title order={3} size="h4">
          {t('capture.mark.title')}
        </Title>
        <Text c="dimmed">{t('capture.mark.intro')}</Text>
      </div>
      <div className={classes['markField']} {...drawing}>
        {src && <img className={classes['markPhoto']} src={src} alt="" draggable={false} />}
        <button
          ref={frameButton}
          type="button"
          className={classes['markFrame']}
          aria-label={t('capture.mark.frame')}
          onKeyDown={onKeyDown}
          style={{
            left: `${(100 * x0) / size.width}%`,
            top: `${(100 * y0) / size.height}%`,
            width: `${(100 * place.width) / size.width}%`,
            height: `${(100 * place.height) / size.height}%`,
          }}
        />
      </div>
      <VisuallyHidden role="status" aria-live="polite">
        {t('capture.mark.frameAt', place)}
      </VisuallyHidden>
      <Group>
        <Button onClick={() => onDone(frame)}>{t('capture.mark.done')}</Button>
        <Button variant="default" onClick={() => setFrame(growFrame(frame, GROWTH, size))}>
          {t('capture.mark.larger')}
        </Button>
        <Button variant="default" onClick={() => setFrame(growFrame(frame, 1 / GROWTH, size))}>
          {t('capture.mark.smaller')}
        </Button>
        <Button variant="subtle" onClick={() => onDone(null)}>
          {t('capture.mark.clear')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Handlers of a field in which a frame is drawn, or put by a tap. */
function useDrawing(size: HeadMarkerProps['size'], onFrame: (box: BoxDto) => void) {
  const start = useRef<PointDto | null>(null);
  const pointOf = (event: PointerEvent<HTMLElement>): PointDto => {
    const field = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - field.left) * size.width) / field.width, ((event.clientY - field.top) * size.height) / field.height];
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      start.current = pointOf(event);
      event.currentTarget.setPointerCapture(event.pointerId);
      onFrame(frameAt(start.current, size));
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (start.current) onFrame(frameBetween(start.current, pointOf(event), size));
    },
    onPointerUp: () => {
      start.current = null;
    },
    onPointerCancel: () => {
      start.current = null;
    },
  };
}
