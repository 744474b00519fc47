// A numbered part of the set-up page.
import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './installation.module.css';

interface SectionProps {
  number: number;
  title: string;
  about?: string;
  children: ReactNode;
}

export function Section({ number, title, about, children }: SectionProps) {
  const id = useId();
  return (
    <Stack component="section" gap="md" aria-labelledby={id}>
      <div>
        <Title order={2} size="h4" id={id} className={classes.sectionTitle}>
          <span className={classes.number}>{number}</span>
          {title}
        </Title>
        {about && (
          <Text size="sm" mt={4}>
            {about}
          </Text>
        )}
      </div>
      {children}
    </Stack>
  );
}
