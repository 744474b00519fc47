// What a report shall be about and in which files; ordered, it is made in the background and found on its page.
import { Checkbox, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import { Controller, useForm, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { dayOf, formatDay, parseDay } from '#domain/days.ts';
import {
  type ClosingDay,
  type PeriodKind,
  periodContaining,
  periodKey,
  periodOfRange,
  previousPeriod,
  readPeriodKey,
} from '#domain/periods.ts';
import type { ReportLanguage } from '#domain/report-figures.ts';
import { REPORT_FORMATS, type ReportFormat } from '#domain/report-formats.ts';
import { LANGUAGES } from '../../../i18n.ts';
import { DayInput } from '../../forms/DayInput.tsx';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { issueText, required } from '../../forms/issues.ts';
import { useSetUpInstallation } from '../../installation.ts';
import { useMe } from '../../me.ts';
import { tell } from '../../messages.ts';
import { AgencySelect } from '../agencies/AgencySelect.tsx';
import { PeriodChoice } from './PeriodChoice.tsx';
import { type ReportOrder, useOrderReport } from './queries.ts';

/** What the page shows from which a report is asked for. */
export interface About {
  /** Null or absent: the own agency, or the province. */
  agency?: string | null;
  /** `2026-11-22`, inclusive. */
  range?: { from: string; to: string };
  period?: { kind: PeriodKind; year: number; index: number };
  questionnaire?: string | null;
}

export interface ReportFields {
  agency: string | null;
  by: 'period' | 'days';
  /** See `periodKey`. */
  period: string;
  from: string;
  to: string;
  formats: ReportFormat[];
  language: ReportLanguage;
}

interface ReportDialogProps {
  about: About;
  onClose: () => void;
}

export function ReportDialog({ about, onClose }: ReportDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { closingDay, province } = useSetUpInstallation();
  const own = useMe().agency?.id ?? province.id;
  const order = useOrderReport();
  const form = useForm<ReportFields>({ defaultValues: startingFrom(about, about.agency ?? own, closingDay) });
  // Sent again after a refusal, what was taken already is not ordered twice.
  const taken = useRef(new Set<string>());
  const send = async ({ formats, ...fields }: ReportFields) => {
    for (const format of formats) {
      const wanted = toOrder(fields, format, about.questionnaire ?? null, closingDay);
      const key = JSON.stringify(wanted);
      if (taken.current.has(key)) continue;
      await order(wanted);
      taken.current.add(key);
    }
    tell(t('reports.ordered'));
    onClose();
    await navigate('/reports');
  };
  return (
    <FormDialog
      title={t('reports.create')}
      submit={t('reports.order')}
      size="lg"
      onSent={() => {}}
      {...{ form, send, onClose }}
    >
      <Text size="sm">{t('reports.how')}</Text>
      <Scope />
      <Days />
      <Formats />
      <Language />
    </FormDialog>
  );
}

/** The days of the page, as a reporting period where they are one; else the month that ended last. */
function startingFrom({ range, period }: About, agency: string, closing: ClosingDay): ReportFields {
  const shown = range && { from: parseDay(range.from), to: parseDay(range.to) };
  const named = period ?? (shown && periodOfRange(shown, closing));
  const lastMonth = previousPeriod(periodContaining('month', dayOf(Date.now()), closing), closing);
  return {
    agency,
    by: range && !named ? 'days' : 'period',
    period: periodKey(named ?? lastMonth),
    from: range?.from ?? formatDay(lastMonth.from),
    to: range?.to ?? formatDay(lastMonth.to),
    formats: ['docx'],
    language: 'vi',
  };
}

function toOrder(
  { agency, by, period, from, to, language }: Omit<ReportFields, 'formats'>,
  format: ReportFormat,
  questionnaire: string | null,
  closing: ClosingDay,
): ReportOrder {
  const named = by === 'period' ? readPeriodKey(period, closing) : null;
  return {
    ...(agency && { agency }),
    ...(named
      ? { period: { kind: named.kind, year: named.year, index: named.index } }
      : { from, to, ...(questionnaire && { questionnaire }) }),
    format,
    language,
  };
}

function Scope() {
  const { t } = useTranslation();
  const { control } = useFormContext<ReportFields>();
  return (
    <Controller
      control={control}
      name="agency"
      rules={required}
      render={({ field, fieldState }) => (
        <AgencySelect
          label={t('reports.agency')}
          description={t('reports.agencyHint')}
          allowDeselect={false}
          openOnFocus={false}
          ref={field.ref}
          onBlur={field.onBlur}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

function Days() {
  const { t } = useTranslation();
  const { control } = useFormContext<ReportFields>();
  const by = useWatch({ control, name: 'by' });
  return (
    <Stack gap="sm">
      <Controller
        control={control}
        name="by"
        render={({ field }) => (
          <SegmentedControl
            fullWidth
            aria-label={t('reports.by')}
            value={field.value}
            onChange={field.onChange}
            data={['period', 'days'].map((value) => ({ value, label: t(`reports.bys.${value}`) }))}
          />
        )}
      />
      {by === 'period' ? (
        <PeriodChoice />
      ) : (
        <>
          <DayInput name="from" label={t('reports.from')} rules={required} />
          <DayInput
            name="to"
            label={t('reports.to')}
            description={t('reports.daysHint')}
            rules={{
              validate: (to, { from }) => (to !== '' && from <= to) || issueText('invalid_range'),
            }}
          />
        </>
      )}
    </Stack>
  );
}

function Formats() {
  const { t } = useTranslation();
  const { control } = useFormContext<ReportFields>();
  return (
    <Controller
      control={control}
      name="formats"
      rules={required}
      render={({ field, fieldState }) => (
        <Checkbox.Group
          label={t('reports.formats')}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
        >
          <Stack gap="xs" mt="xs">
            {REPORT_FORMATS.map((format) => (
              <Checkbox
                key={format}
                value={format}
                label={t(`reports.formatOf.${format}`)}
                description={t(`reports.formatHints.${format}`)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    />
  );
}

function Language() {
  const { t } = useTranslation();
  const { register } = useFormContext<ReportFields>();
  return (
    <NativeSelect
      label={t('reports.language')}
      data={LANGUAGES.map(([value, label]) => ({ value, label }))}
      {...register('language')}
    />
  );
}
