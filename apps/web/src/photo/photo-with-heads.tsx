import { Text } from '@mantine/core';
import type { BoxDto, HeadDto, NoseDto, PointDto } from '@snout/contract';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './photo-with-heads.module.css';

interface PhotoWithHeadsProps {
  readonly src: string | null;
  /** Name of the file, for those who do not see the picture. */
  readonly name: string;
  /** Of the upright photo in pixels: the frame of the boxes. */
  readonly width: number;
  readonly height: number;
  readonly heads: readonly Pick<HeadDto, 'box' | 'landmarks' | 'species'>[];
  /** The nose in a close-up. */
  readonly nose?: NoseDto | null;
  /** Index of the head a person chose. */
  readonly chosen?: number | null;
  /** Given: the heads are buttons. */
  readonly onChoose?: (index: number) => void;
}

/** A photo with its heads drawn over it, numbered from 1 when there are several. */
export function PhotoWithHeads(props: PhotoWithHeadsProps): ReactNode {
  const { src, name, width, height, heads, nose } = props;
  const { t } = useTranslation();
  const [broken, setBroken] = useState(false);
  if (broken) return <Text size="sm">{t('photo.noPreview', { name })}</Text>;
  if (src === null) return null;
  return (
    <div className={classes['frame']}>
      <img className={classes['photo']} src={src} alt={t('photo.alt', { name })} onError={() => setBroken(true)} />
      {heads.map((head, index) => (
        <HeadMark key={head.box.join(' ')} {...props} head={head} index={index} />
      ))}
      {nose && <div className={classes['head']} style={boxStyle(nose.leather, width, height)} aria-hidden="true" />}
      {[...heads.flatMap(({ landmarks }) => [landmarks.leftEye, landmarks.rightEye, landmarks.nose]), ...(nose?.nostrils ?? [])].map(
        (point: PointDto | null) =>
          point && (
            <span
              key={point.join(' ')}
              className={classes['landmark']}
              style={{ left: percent(point[0], width), top: percent(point[1], height) }}
            />
          ),
      )}
    </div>
  );
}

interface HeadMarkProps extends PhotoWithHeadsProps {
  readonly head: PhotoWithHeadsProps['heads'][number];
  readonly index: number;
}

function HeadMark({ head, index, heads, width, height, chosen, onChoose }: HeadMarkProps): ReactNode {
  const { t } = useTranslation();
  const number = index + 1;
  const style = boxStyle(head.box, width, height);
  const label = heads.length > 1 ? <span className={classes['number']}>{number}</span> : null;
  if (!onChoose || heads.length < 2) {
    return (
      <div className={classes['head']} style={style} aria-hidden="true">
        {label}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={classes['head']}
      style={style}
      aria-pressed={chosen === index}
      aria-label={t('enrol.useHead', { number, species: t(`species.${head.species}`) })}
      data-chosen={chosen === index}
      data-faded={chosen !== null && chosen !== undefined && chosen !== index}
      onClick={() => onChoose(index)}
    >
      {label}
    </button>
  );
}

function boxStyle([x0, y0, x1, y1]: BoxDto, width: number, height: number) {
  return { left: percent(x0, width), top: percent(y0, height), width: percent(x1 - x0, width), height: percent(y1 - y0, height) };
}

function percent(pixels: number, whole: number): string {
  return `${(100 * pixels) / whole}%`;
}
