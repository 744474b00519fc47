// A chart that is also a table, a picture and a file.
import { Button, Group, Menu, SegmentedControl, Skeleton, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n.ts';
import { saveFile } from '../list/csv-file.ts';
import { tellError } from '../messages.ts';
import classes from './chart.module.css';
import { type ChartTable, tableCsv } from './chart-table.ts';
import type { ChartDrawing, Pictures } from './Drawing.tsx';
import { FiguresTable } from './FiguresTable.tsx';

const Drawing = lazy(() => import('./Drawing.tsx'));

export interface ChartProps {
  title: string;
  /** Level of the title. */
  order?: 2 | 3;
  /** In words what the drawing tells, for those who do not see it: the ends, the turn, the exception. */
  summary: string;
  /** What the figures are of: agency, days, n. Stands under the title and on every picture. */
  note: string;
  /** What the library draws; keep it the same between drawings (`useMemo`). Withheld figures must not be in it. */
  option: ChartDrawing;
  /** Every figure of the drawing. */
  table: ChartTable;
  /** Of the drawing, in pixels. */
  height: number;
  /** Whether there is nothing to draw, because it is withheld or not there yet: the summary then stands in its place. */
  empty?: boolean;
  /** Name of the files, `xu-huong`. */
  file: string;
  /** Something was chosen in the drawing: an item of data with an `id`. Its row must have a link, for the keyboard. */
  onPick?: (id: string) => void;
  /** Controls that belong to the chart. */
  children?: React.ReactNode;
}

/**
 * Draws figures, shows them as a table instead, and saves them as PNG, SVG and CSV. On paper both stand.
 *
 * ```tsx
 * <Chart title={t('…')} summary={t('…')} note={note} file="xu-huong" height={280} option={option}
 *   table={{ columns: [{ title: 'Tháng' }, { title: 'Tỷ lệ', as: 'percent' }], rows: [['10/2026', 83.94]] }} />
 * ```
 */
export function Chart(props: ChartProps) {
  const { title, order = 2, summary, note, option, table, height, empty = false } = props;
  const { file, onPick, children } = props;
  const { t } = useTranslation();
  const id = useId();
  const pictures = useRef<Pictures>(null);
  const [view, setView] = useState<'drawing' | 'table'>('drawing');
  const picture = { title, note: `${note}\n${t('charts.method')}` };
  return (
    <figure className={classes.chart} aria-labelledby={id} data-view={view}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <figcaption className={classes.caption}>
          <Title order={order} size="h4" id={id}>
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        </figcaption>
        <Group gap="xs" className={classes.controls}>
          {children}
          <SegmentedControl
            aria-label={t('charts.view', { title })}
            value={view}
            onChange={(value) => setView(value === 'table' ? 'table' : 'drawing')}
            data={[
              { value: 'drawing', label: t('charts.drawing') },
              { value: 'table', label: t('charts.table') },
            ]}
          />
          <Download {...{ title, file, table, pictures, empty }} />
        </Group>
      </Group>
      <div className={classes.drawing}>
        {empty ? (
          <Text>{summary}</Text>
        ) : (
          <Suspense fallback={<Skeleton height={height} animate={false} />}>
            <Drawing {...{ option, height, label: summary, picture, pictures, onPick }} />
          </Suspense>
        )}
      </div>
      <FiguresTable caption={title} table={table} className={classes.table} />
    </figure>
  );
}

interface DownloadProps extends Pick<ChartProps, 'title' | 'file' | 'table'> {
  empty: boolean;
  pictures: React.RefObject<Pictures | null>;
}

function Download({ title, file, table, pictures, empty }: DownloadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mutate } = useMutation({
    mutationFn: async (kind: 'png' | 'svg' | 'csv') => {
      if (kind === 'csv') return saveFile(`${file}.csv`, tableCsv(table, format));
      const made = pictures.current;
      if (!made) return;
      if (kind === 'svg') return saveFile(`${file}.svg`, made.svg(), 'image/svg+xml');
      saveFile(`${file}.png`, await made.png(), 'image/png');
    },
    onError: tellError,
  });
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" aria-label={t('charts.downloadOf', { title })}>
          {t('charts.download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(empty ? (['csv'] as const) : (['png', 'svg', 'csv'] as const)).map((kind) => (
          <Menu.Item key={kind} onClick={() => mutate(kind)}>
            {t(`charts.as.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
