// Which days and agency are looked through.
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#domain/days.ts';
import { useChange } from '../../address.ts';
import { DayField } from '../../forms/DayField.tsx';
import { AgencyFilter } from '../agencies/AgencyFilter.tsx';
import { PRESETS, type Preset, presetDays } from './filter.ts';
import classes from './integrity.module.css';
import type { FindingsFilter } from './queries.ts';

const NAMES = Object.keys(PRESETS) as Preset[];

export function FindingsFilters({ filter }: { filter: FindingsFilter }) {
  const { t } = useTranslation();
  const change = useChange({ preventScrollReset: true });
  const put = (changes: Record<string, string | null>) => change({ ...changes, page: null });
  const today = dayOf(Date.now());
  return (
    <Group align="flex-end" gap="sm" className={classes.filters}>
      <Group gap="xs" role="group" aria-label={t('integrity.days')}>
        {NAMES.map((preset) => {
          const days = presetDays(preset, today);
          const chosen = days.from === filter.from && days.to === filter.to;
          return (
            <Button
              key={preset}
              variant={chosen ? 'filled' : 'default'}
              aria-pressed={chosen}
              onClick={() => put(days)}
            >
              {t(`integrity.presets.${preset}`)}
            </Button>
          );
        })}
      </Group>
      <DayField
        label={t('integrity.from')}
        className={classes.day ?? ''}
        value={filter.from}
        onChange={(from) => put({ from: from || null })}
      />
      <DayField
        label={t('integrity.to')}
        className={classes.day ?? ''}
        value={filter.to}
        onChange={(to) => put({ to: to || null })}
      />
      <div className={classes.agency}>
        <AgencyFilter
          label={t('integrity.agency')}
          value={filter.agency}
          onChange={(agency) => put({ agency })}
        />
      </div>
    </Group>
  );
}
