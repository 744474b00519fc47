// A page of the console: where it is, its heading, what can be done on it.
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import classes from './Page.module.css';

const NOTHING = Symbol('nothing shown yet');

interface PageProps {
  title: string;
  /** One line under the title. */
  about?: ReactNode;
  /** The page above. */
  back?: { to: string; label: string };
  /** Buttons beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, about, back, actions, children }: PageProps) {
  const heading = useHeading(title);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div className={classes.titles}>
          {back && (
            <Anchor component={Link} to={back.to} size="sm">
              <span aria-hidden>← </span>
              {back.label}
            </Anchor>
          )}
          <Title order={1} size="h2" ref={heading} tabIndex={-1} className={classes.heading}>
            {title}
          </Title>
          {about && <Text c="dimmed">{about}</Text>}
        </div>
        {actions && (
          <Group gap="sm" className={classes.actions}>
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}

/**
 * For the heading of a page: names the window after it, and takes the focus when the page comes in place of another.
 * @param turn what makes another page of this one when it changes
 */
export function useHeading(title: string, turn: unknown = null) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  // The page that is opened first leaves the focus where the browser puts it.
  const shown = useRef<unknown>(key === 'default' ? turn : NOTHING);
  useEffect(() => {
    document.title = title ? `${title} · Lắng Nghe` : 'Lắng Nghe';
  }, [title]);
  useEffect(() => {
    if (shown.current === turn) return;
    shown.current = turn;
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, [turn]);
  return heading;
}
