// What a spreadsheet must look like, and a template to begin with.
import { Anchor, List } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BOM, csvLine } from '#domain/csv.ts';
import { saveFile } from '../list/csv-file.ts';

interface SheetHowProps {
  lines: ReactNode[];
  /** The template: what it is called, and its lines. */
  template: { name: string; lines: string[][] };
}

export function SheetHow({ lines, template }: SheetHowProps) {
  const { t } = useTranslation();
  const save = () => saveFile(template.name, BOM + template.lines.map(csvLine).join(''));
  return (
    <div>
      <List spacing={4}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change their order
          <List.Item key={index}>{line}</List.Item>
        ))}
      </List>
      <Anchor component="button" type="button" mt="xs" onClick={save}>
        {t('spreadsheets.template')}
      </Anchor>
    </div>
  );
}
