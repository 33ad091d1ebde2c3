import { List, Text } from '@mantine/core';
import type { PhotoProblemDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { usePhotoProblemWords } from './use-photo-problem-words.ts';

/** Photos that were not used, each with the reason. */
export function PhotoProblemList({ problems }: { readonly problems: readonly PhotoProblemDto[] }): ReactNode {
  const words = usePhotoProblemWords();
  return (
    <List size="sm" spacing={4}>
      {problems.map((problem) => (
        <List.Item key={`${problem.photo} ${problem.kind}`}>
          <Text span fw={600} size="sm">
            {problem.photo}
          </Text>
          {': '}
          {words(problem)}
        </List.Item>
      ))}
    </List>
  );
}
