// A table of rates with their intervals, of factors or of agencies.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure, Plot } from './figure.tsx';
import { useFigures } from './texts.ts';

export function Scale({ start }: { start: number }) {
  const { t } = useTranslation('public');
  return <p className="soft small">{t('agencies.axis', { start })}</p>;
}

interface TableProps {
  label: string;
  /** What stands in the first column and in the last. */
  names: [first: string, last: string];
  ranked?: boolean;
  children: ReactNode;
}

/** On a narrow screen its rows are laid out as cards; the roles keep it a table for who listens. */
export function ResultsTable({ label, names, ranked = false, children }: TableProps) {
  const { t } = useTranslation('public');
  const titles = [
    ...(ranked ? [t('agencies.rank')] : []),
    names[0],
    t('agencies.rate'),
    t('agencies.interval'),
    names[1],
  ];
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: a table that is not displayed as one loses its roles
    <table role="table" aria-label={label} className={ranked ? 'ranked' : undefined}>
      <thead role="rowgroup">
        <tr role="row">
          {titles.map((title) => (
            <th key={title} role="columnheader" scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: a table that is not displayed as one loses its roles
  );
}

/** @param title what its rows have in common */
export function RowGroup({ title, children }: { title?: string; children: ReactNode }) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: a table that is not displayed as one loses its roles
    <tbody role="rowgroup">
      {title !== undefined && (
        <tr role="row" className="band">
          {/* biome-ignore lint/a11y/useSemanticElements: it heads the rows below it, not its own */}
          <th role="rowheader" scope="rowgroup" colSpan={5}>
            {title}
          </th>
        </tr>
      )}
      {children}
    </tbody>
    // biome-ignore-end lint/a11y/noRedundantRoles: a table that is not displayed as one loses its roles
  );
}

interface RowProps {
  /** The first column, where agencies are ranked. */
  rank?: ReactNode;
  name: string;
  language?: string;
  figure: Parameters<typeof Figure>[0];
  start: number;
  /** How many answered. */
  children: ReactNode;
}

export function Row({ rank, name, language, figure, start, children }: RowProps) {
  const { interval: shown } = useFigures();
  const { rate, interval } = figure;
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: a table that is not displayed as one loses its roles
    <tr role="row">
      {rank !== undefined && (
        <td role="cell" className="rank">
          {rank}
        </td>
      )}
      <th role="rowheader" scope="row" lang={language}>
        {name}
      </th>
      <td role="cell" className="value">
        <Figure {...figure} />
      </td>
      <td role="cell" className="interval">
        <Plot rate={rate} interval={interval} start={start} />
        {interval && <small>{shown(interval)}</small>}
      </td>
      <td role="cell" className="n">
        {children}
      </td>
    </tr>
    // biome-ignore-end lint/a11y/noRedundantRoles: a table that is not displayed as one loses its roles
  );
}
