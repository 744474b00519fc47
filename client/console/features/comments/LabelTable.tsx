// Labels by how often they were given, each with a bar and its course over time.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n.ts';
import classes from './counts.module.css';
import type { LabelRow } from './label-rows.ts';

interface LabelTableProps {
  rows: readonly LabelRow[];
  /** All comments. */
  n: number;
}

export function LabelTable({ rows, n }: LabelTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...rows.flatMap(({ over }) => over));
  return (
    <>
      <table className={classes.table}>
        <caption className={classes.caption}>{t('comments.counts.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('comments.label')}</th>
            <th scope="col" className={classes.figure}>
              {t('comments.counts.total')}
            </th>
            <th scope="col" className={classes.figure}>
              {t('comments.counts.share')}
            </th>
            <th scope="col" className={classes.course}>
              {t('comments.counts.over')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ value, label, n: own, share, over }) => (
            <tr key={value}>
              <th scope="row">
                {label}
                <span className={classes.bar} aria-hidden="true">
                  <span style={{ width: `${share}%` }} />
                </span>
              </th>
              <td className={classes.figure}>{format.count(own)}</td>
              <td className={classes.figure}>{format.percent(share)}</td>
              <td className={classes.course}>
                <Course over={over} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('comments.counts.all')}</th>
            <td className={classes.figure}>{format.count(n)}</td>
            <td />
            <td className={classes.course} />
          </tr>
        </tfoot>
      </table>
      <Text size="sm" mt="sm">
        {t(rows.length > 0 ? 'comments.counts.unlabelledHint' : 'comments.counts.noLabels')}
      </Text>
    </>
  );
}

const HEIGHT = 24;

/** Small bars, one for each step; their figures stand in the table below. */
function Course({ over, most }: { over: readonly number[]; most: number }) {
  const width = 120 / over.length;
  return (
    <svg
      viewBox={`0 0 120 ${HEIGHT}`}
      className={classes.small}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {over.map((n, at) => {
        const height = n === 0 ? 0.5 : Math.max(1.5, (n / most) * HEIGHT);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: steps of time stay in order
            key={at}
            x={at * width + width * 0.15}
            width={width * 0.7}
            y={HEIGHT - height}
            height={height}
          />
        );
      })}
    </svg>
  );
}
