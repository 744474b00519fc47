// The button that leads to a report, wherever figures are shown.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type About, ReportDialog } from './ReportDialog.tsx';

interface CreateReportProps extends About {
  variant?: 'filled' | 'default';
}

/**
 * Orders a report about what the page shows; every choice can still be changed in the dialog.
 *
 * ```tsx
 * <CreateReport agency={filter.agency} range={filter.range} questionnaire={filter.questionnaire} />
 * ```
 */
export function CreateReport({ variant = 'default', ...about }: CreateReportProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)}>
        {t('reports.create')}
      </Button>
      {open && <ReportDialog about={about} onClose={() => setOpen(false)} />}
    </>
  );
}
