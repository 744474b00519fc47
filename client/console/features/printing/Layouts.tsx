// What can be printed, each with a small picture of its page.
import { Group, Radio, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LAYOUTS, type Layout, STICKERS_PER_SHEET } from '#domain/printing.ts';
import classes from './printing.module.css';

interface LayoutsProps {
  value: Layout;
  onChange: (layout: Layout) => void;
}

const FACES: Record<Layout, number> = { poster: 1, tent: 2, stickers: STICKERS_PER_SHEET };

export function Layouts({ value, onChange }: LayoutsProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group label={t('print.what')} value={value} onChange={(chosen) => onChange(chosen as Layout)}>
      <div className={classes.layouts}>
        {LAYOUTS.map((layout) => (
          <Radio.Card key={layout} value={layout} className={classes.layout}>
            <Picture layout={layout} />
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <Radio.Indicator mt={2} />
              <div>
                <Text fw={600}>{t(`print.layouts.${layout}`)}</Text>
                <Text size="sm">{t(`print.layoutHints.${layout}`)}</Text>
              </div>
            </Group>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

function Picture({ layout }: { layout: Layout }) {
  const faces = Array.from({ length: FACES[layout] }, (_, index) => index);
  return (
    <span className={classes.picture} data-layout={layout} aria-hidden="true">
      {faces.map((face) => (
        <i key={face} />
      ))}
    </span>
  );
}
