// What is searched, exported and chosen of findings.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedFinding } from '#domain/findings-view.ts';
import { FINDING_KINDS } from '#domain/integrity-findings.ts';
import type { Choice, Column } from '../../list/selection.ts';
import { useFindingWords } from './words.ts';

export function useFindingColumns(): Column<NamedFinding>[] {
  const { t } = useTranslation();
  const { titleOf, strengthOf, whyOf, daysOf, hoursOf } = useFindingWords();
  return useMemo(
    () => [
      { id: 'kind', title: t('integrity.kind'), value: titleOf, unsorted: true },
      { id: 'strength', title: t('integrity.strength'), value: strengthOf, unsorted: true },
      { id: 'where', title: t('integrity.where'), value: ({ agency }) => agency.name, unsorted: true },
      {
        id: 'point',
        title: t('integrity.point'),
        value: ({ touchpoint }) => touchpoint.name,
        unsorted: true,
      },
      { id: 'when', title: t('integrity.when'), value: daysOf, unsorted: true },
      { id: 'hours', title: t('integrity.hours'), value: hoursOf, unsorted: true },
      { id: 'why', title: t('integrity.why'), value: whyOf, unsorted: true },
      { id: 'n', title: t('integrity.n'), value: ({ responses }) => responses, unsorted: true },
    ],
    [t, titleOf, strengthOf, whyOf, daysOf, hoursOf],
  );
}

export function useFindingChoices(): Choice<NamedFinding>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'kind',
        label: t('integrity.kind'),
        options: FINDING_KINDS.map((value) => ({ value, label: t(`findings.${value}.title`) })),
        holds: ({ kind }, value) => kind === value,
      },
      {
        id: 'strength',
        label: t('integrity.strength'),
        options: ['3', '2', '1'].map((value) => ({ value, label: t(`findings.strength.${value}`) })),
        holds: ({ strength }, value) => String(strength) === value,
      },
    ],
    [t],
  );
}
