// A state in a word and a colour.
import { Badge } from '@mantine/core';
import classes from './StateBadge.module.css';

interface StateBadgeProps {
  /** good: as it should be; notice: look here; off: over. */
  tone: 'good' | 'notice' | 'off';
  children: string;
}

export function StateBadge({ tone, children }: StateBadgeProps) {
  return (
    <Badge variant="light" tt="none" fw={600} size="lg" radius="sm" className={classes[tone]}>
      {children}
    </Badge>
  );
}
