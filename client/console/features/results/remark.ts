// What a table says beside the figure of a group.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlicesView } from '#domain/results.ts';

type Remarked = Pick<SlicesView['groups'][number], 'rate' | 'weak' | 'partly'>;

/** Too few for a rate to be relied upon, counted in some months only, both, or nothing. */
export function useRemark(): (group: Remarked) => string | null {
  const { t } = useTranslation();
  return useCallback(
    ({ rate, weak, partly }) => {
      const weakly = weak && rate !== null ? [t('results.weak')] : [];
      const remarks = partly ? [...weakly, t('results.monthly.some')] : weakly;
      return remarks.join('; ') || null;
    },
    [t],
  );
}
