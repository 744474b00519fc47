// What can be done with one agency.
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ChangeAgencyDialog,
  CloseAgencyDialog,
  NewAgencyDialog,
  ReopenAgencyDialog,
} from './ChangeDialogs.tsx';
import type { Agency } from './queries.ts';
import { MergeDialog, SplitDialog } from './ReorganisationDialogs.tsx';

const MORE = ['addBelow', 'merge', 'split', 'close'] as const;
type Open = (typeof MORE)[number] | 'change' | 'reopen';

export function AgencyActions({ agency }: { agency: Agency }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const province = agency.parentId === null;
  const more = MORE.filter((action) => action === 'addBelow' || !province);
  return (
    <>
      {agency.validTo === null ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default">{t('agencies.more')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((action) => (
              <Menu.Item key={action} onClick={() => setOpen(action)}>
                {t(`agencies.${action}.button`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Button variant="default" onClick={() => setOpen('reopen')}>
          {t('agencies.reopen.button')}
        </Button>
      )}
      <Button onClick={() => setOpen('change')}>{t('agencies.change.button')}</Button>
      {open === 'change' && <ChangeAgencyDialog agency={agency} onClose={close} />}
      {open === 'addBelow' && <NewAgencyDialog parentId={agency.id} onClose={close} />}
      {open === 'merge' && <MergeDialog agency={agency} onClose={close} />}
      {open === 'split' && <SplitDialog agency={agency} onClose={close} />}
      {open === 'close' && <CloseAgencyDialog agency={agency} onClose={close} />}
      {open === 'reopen' && <ReopenAgencyDialog agency={agency} onClose={close} />}
    </>
  );
}
