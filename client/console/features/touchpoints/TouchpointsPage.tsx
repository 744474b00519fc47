// Every place where citizens answer: found, added, changed, printed.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServedList } from '../../list/ServedList.tsx';
import { useMay } from '../../me.ts';
import { Page } from '../../Page.tsx';
import { PrintDialog } from '../printing/PrintDialog.tsx';
import { useTouchpointChoices, useTouchpointColumns } from './columns.tsx';
import { NewTouchpointDialog } from './NewTouchpointDialog.tsx';
import { type ListedTouchpoint, readTouchpoints, TOUCHPOINTS, type Touchpoint } from './queries.ts';
import { TouchpointActions } from './TouchpointActions.tsx';

export default function TouchpointsPage() {
  const { t } = useTranslation();
  const may = useMay('touchpoints.write');
  const columns = useTouchpointColumns();
  const choices = useTouchpointChoices();
  const [adding, setAdding] = useState(false);
  const [printing, setPrinting] = useState<Touchpoint[] | null>(null);
  const add = may && <Button onClick={() => setAdding(true)}>{t('touchpoints.add')}</Button>;
  return (
    <Page title={t('nav.touchpoints')} about={t('touchpoints.about')}>
      <ServedList<ListedTouchpoint>
        caption={t('nav.touchpoints')}
        queryKey={TOUCHPOINTS}
        read={readTouchpoints}
        columns={columns}
        choices={choices}
        rowKey={({ id }) => id}
        actions={(row) => <TouchpointActions touchpoint={row} onPrint={() => setPrinting([row])} />}
        selectionActions={(rows) => (
          <Button onClick={() => setPrinting(rows)}>{t('touchpoints.printSelected')}</Button>
        )}
        toolbar={add}
        empty={{ title: t('touchpoints.none'), children: t('touchpoints.noneHow') }}
        file="diem-khao-sat"
      />
      {adding && (
        <NewTouchpointDialog onClose={() => setAdding(false)} onCreated={(created) => setPrinting(created)} />
      )}
      {printing && <PrintDialog touchpoints={printing} onClose={() => setPrinting(null)} />}
    </Page>
  );
}
