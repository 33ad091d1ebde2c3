import { SimpleGrid, Text } from '@mantine/core';
import type { EvidenceDto } from '@snout/contract/evidence';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './match-picture.module.css';

/** More lines than so many hide what they join. */
export const MOST_LINES = 60;
/** Units of the drawing: a side of a crop, and what lies between the two. */
const SIDE = 400;
const GAP = 16;
const SQUARES = 8;

interface MatchPictureProps {
  readonly evidence: EvidenceDto;
  readonly drawn: 'lines' | 'heat' | 'face';
  /** For those who do not see it. */
  readonly description: string;
}

/** Both crops; over them lines between marks that agree, how many of the marks do in each part, or what moved the score of the faces. */
export function MatchPicture({ evidence, drawn, description }: MatchPictureProps): ReactNode {
  const { t } = useTranslation();
  const { sides, lines, pet } = evidence;
  const [own, stored] = sides;
  if (own === undefined || stored === undefined) return null;
  return (
    <figure className={classes['figure']}>
      <svg className={classes['picture']} viewBox={`0 0 ${2 * SIDE + GAP} ${SIDE}`} role="img" aria-label={description}>
        <image href={own.picture} width={SIDE} height={SIDE} />
        <image href={stored.picture} x={SIDE + GAP} width={SIDE} height={SIDE} />
        {drawn === 'heat' ? (
          <>
            <Heat heat={own.heat} left={0} />
            <Heat heat={stored.heat} left={SIDE + GAP} />
          </>
        ) : drawn === 'face' ? (
          <>
            <FaceHeat face={own.face} left={0} />
            <FaceHeat face={stored.face} left={SIDE + GAP} />
          </>
        ) : (
          <Lines lines={lines} />
        )}
      </svg>
      <SimpleGrid component="figcaption" cols={2} spacing="xs">
        <Text size="xs">{t('verdict.yourPhoto')}</Text>
        <Text size="xs">{t('match.stored', { name: pet.name })}</Text>
      </SimpleGrid>
    </figure>
  );
}

/** Neighbouring lines have neighbouring colours: one that crosses the others is wrong, and is seen. */
function Lines({ lines }: Pick<EvidenceDto, 'lines'>): ReactNode {
  const sorted = lines.toSorted((a, b) => a[1] - b[1]);
  const shown = sorted.filter(
    (_, i) => Math.floor((i * MOST_LINES) / sorted.length) !== Math.floor(((i - 1) * MOST_LINES) / sorted.length),
  );
  return (
    <g strokeWidth={1.8} strokeOpacity={0.85}>
      {(sorted.length <= MOST_LINES ? sorted : shown).map(([x0, y0, x1, y1]) => {
        const ends = { x1: x0 * SIDE, y1: y0 * SIDE, x2: SIDE + GAP + x1 * SIDE, y2: y1 * SIDE };
        return <line key={`${x0} ${y0} ${x1} ${y1}`} {...ends} stroke={`hsl(${Math.round(300 * y0)} 90% ${Math.round(45 + 20 * x0)}%)`} />;
      })}
    </g>
  );
}

/** A veil over the crop, so that any coat is dark enough for what glows on it: the more of a square's marks agree, the brighter. */
function Heat({ heat, left }: { readonly heat: EvidenceDto['sides'][number]['heat']; readonly left: number }): ReactNode {
  const side = SIDE / SQUARES;
  const most = Math.max(...heat.flat().map((share) => share ?? 0));
  return (
    <>
      <rect x={left} width={SIDE} height={SIDE} fill="#000" fillOpacity={0.4} />
      <g fill="#4dffa6">
        {heat.flatMap((row, y) =>
          row.map((share, x) => {
            const place = { x: left + x * side, y: y * side };
            const opacity = share === null || share === 0 ? 0 : 0.15 + (0.55 * share) / most;
            return opacity > 0 && <rect key={`${place.x} ${place.y}`} {...place} width={side} height={side} fillOpacity={opacity} />;
          }),
        )}
      </g>
    </>
  );
}

/** As the picture of the service has it: see evidence-svg.ts. */
const ALIKE = '#1f6fe0';
const UNLIKE = '#ef8a00';
const STRONGEST = 0.75;

/** Blue makes the faces more alike, orange less; the deepest colour counts most. */
function FaceHeat({ face, left }: { readonly face: EvidenceDto['sides'][number]['face']; readonly left: number }): ReactNode {
  const side = SIDE / (face?.length ?? 1);
  return face?.flatMap((row, y) =>
    row.map((value, x) => {
      const place = { x: left + x * side, y: y * side };
      const fill = value > 0 ? ALIKE : UNLIKE;
      return (
        <rect key={`${place.x} ${place.y}`} {...place} width={side} height={side} fill={fill} fillOpacity={Math.abs(value) * STRONGEST} />
      );
    }),
  );
}
