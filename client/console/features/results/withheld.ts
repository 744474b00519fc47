// What stands in a table where a figure is withheld or nobody answered.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { HIDDEN_BELOW, type Rate } from '#domain/statistics.ts';

interface Figure {
  rate: Rate;
  hidden: boolean;
  /** How many people are behind it; null where that is withheld, too. */
  people: number | null;
}

/** The rate, or the words for why there is none. */
export function useWithheld(): (figure: Figure) => number | string {
  const { t } = useTranslation();
  return useCallback(
    ({ rate, hidden, people }) => {
      if (!hidden) return rate ?? t('results.noAnswers');
      if (people === null) return t('results.hiddenEither');
      return people < HIDDEN_BELOW ? t('results.hidden') : t('results.hiddenToProtect');
    },
    [t],
  );
}
