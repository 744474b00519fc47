// What can be done with one touchpoint.
import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DotsIcon } from '../../icons.tsx';
import { useMay } from '../../me.ts';
import { ChangeTouchpointDialog } from './ChangeTouchpointDialog.tsx';
import { type Decision, DecisionDialog } from './DecisionDialog.tsx';
import { EmbedDialog } from './EmbedDialog.tsx';
import type { ListedTouchpoint } from './queries.ts';

interface TouchpointActionsProps {
  touchpoint: ListedTouchpoint;
  onPrint: () => void;
}

export function TouchpointActions({ touchpoint, onPrint }: TouchpointActionsProps) {
  const { t } = useTranslation();
  const may = useMay('touchpoints.write');
  const [open, setOpen] = useState<Decision | 'change' | 'embed' | null>(null);
  const { state, name, code, kind } = touchpoint;
  if (state === 'revoked') return null;
  const close = () => setOpen(null);
  const decisions: Decision[] = [state === 'open' ? 'pause' : 'resume', 'renew', 'revoke'];
  return (
    <Group gap="xs" wrap="nowrap" justify="flex-end">
      <Button
        size="compact-md"
        variant="default"
        onClick={onPrint}
        aria-label={t('touchpoints.printOne', { name })}
      >
        {t('touchpoints.print')}
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t('touchpoints.more', { name })}>
            <DotsIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={`/s/${code}?preview`} target="_blank" rel="noreferrer">
            {t('touchpoints.preview')}
          </Menu.Item>
          {kind === 'website' && <Menu.Item onClick={() => setOpen('embed')}>{t('embed.button')}</Menu.Item>}
          {may && <Menu.Item onClick={() => setOpen('change')}>{t('touchpoints.change')}</Menu.Item>}
          {may && <Menu.Divider />}
          {may &&
            decisions.map((decision) => (
              <Menu.Item key={decision} onClick={() => setOpen(decision)}>
                {t(`touchpoints.${decision}.button`)}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      {open === 'change' && <ChangeTouchpointDialog touchpoint={touchpoint} onClose={close} />}
      {open === 'embed' && <EmbedDialog touchpoint={touchpoint} onClose={close} />}
      {open && open !== 'change' && open !== 'embed' && (
        <DecisionDialog decision={open} touchpoint={touchpoint} onClose={close} />
      )}
    </Group>
  );
}
