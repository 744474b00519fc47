// A state in a word and a colour.
import classes from './StateBadge.module.css';

interface StateBadgeProps {
  /** good: as it should be; notice: look here; off: over. */
  tone: 'good' | 'notice' | 'off';
  children: string;
}

export function StateBadge({ tone, children }: StateBadgeProps) {
  return <span className={`${classes.badge} ${classes[tone]}`}>{children}</span>;
}
