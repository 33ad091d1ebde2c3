import { ActionIcon, Group, Menu } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ATTENTION_SOUNDS, playSound } from './attention-sounds.ts';
import { CaptureIcon } from './capture-icon.tsx';
import type { OpenCamera } from './open-camera.ts';
import { canSpeak } from './use-spoken-hint.ts';

interface CaptureToolsProps {
  readonly camera: OpenCamera | null;
  readonly switchOver: (() => void) | null;
  readonly speaks: boolean;
  readonly onSpeaks: (speaks: boolean) => void;
}

/** What helps while the camera runs: another camera, light, voice, and sounds that make the animal look up. */
export function CaptureTools({ camera, switchOver, speaks, onSpeaks }: CaptureToolsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Group gap="xs" justify="center">
      <Sounds />
      {canSpeak() && (
        <Tool label={t(speaks ? 'capture.speechOff' : 'capture.speechOn')} pressed={speaks} onClick={() => onSpeaks(!speaks)}>
          <CaptureIcon name={speaks ? 'speech' : 'silent'} />
        </Tool>
      )}
      {camera?.hasTorch && <Torch camera={camera} />}
      {switchOver && (
        <Tool label={t('capture.switchCamera')} onClick={switchOver}>
          <CaptureIcon name="switch" />
        </Tool>
      )}
    </Group>
  );
}

interface ToolProps {
  readonly label: string;
  readonly pressed?: boolean;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

function Tool({ label, pressed, onClick, children }: ToolProps): ReactNode {
  return (
    <ActionIcon variant={pressed === true ? 'light' : 'default'} size={46} radius="xl" aria-label={label} title={label} onClick={onClick}>
      {children}
    </ActionIcon>
  );
}

function Torch({ camera }: { readonly camera: OpenCamera }): ReactNode {
  const { t } = useTranslation();
  const [on, setOn] = useState(false);
  const toggle = () =>
    camera.setTorch(!on).then(
      () => setOn(!on),
      () => setOn(false),
    );
  return (
    <Tool label={t(on ? 'capture.torchOff' : 'capture.torchOn')} pressed={on} onClick={toggle}>
      <CaptureIcon name="torch" />
    </Tool>
  );
}

function Sounds(): ReactNode {
  const { t } = useTranslation();
  // Made at the first tap: browsers allow no sound before one.
  const context = useRef<AudioContext | null>(null);
  const play = async (sound: (typeof ATTENTION_SOUNDS)[number]) => {
    context.current ??= new AudioContext();
    await context.current.resume();
    await playSound(context.current, sound);
  };
  return (
    <Menu position="top" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={46} radius="xl" aria-label={t('capture.sounds')} title={t('capture.sounds')}>
          <CaptureIcon name="sounds" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {ATTENTION_SOUNDS.map((sound) => (
          <Menu.Item key={sound} closeMenuOnClick={false} onClick={() => void play(sound)}>
            {t(`capture.sound.${sound}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
