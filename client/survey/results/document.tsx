import type { ReactNode } from 'react';
import tokens from '../../ui/tokens.css?inline';
import type { Place } from './address.ts';
import styles from './results.css?inline';

interface Props {
  title: string;
  place: Place;
  /** Whether it stands in a frame of another site, which hears when it may be closed. */
  framed: boolean;
  children: ReactNode;
}

/** The whole document. No font comes along: it would weigh more than all the rest. */
export function Document({ title, place: { language }, framed, children }: Props) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b5a60" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, from the build */}
        <style dangerouslySetInnerHTML={{ __html: tokens + styles }} />
        {framed && <script src="/widget/frame.js" async />}
      </head>
      <body>{children}</body>
    </html>
  );
}
