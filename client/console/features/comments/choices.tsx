// What the inbox can be narrowed to; the server narrows.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { COMMENT_STATUSES } from '#domain/comments.ts';
import { DayField } from '../../forms/DayField.tsx';
import type { Choice } from '../../list/selection.ts';
import { useMay } from '../../me.ts';
import { AgencyFilter } from '../agencies/AgencyFilter.tsx';
import { useLabelOptions } from './labels.ts';
import type { Comment } from './queries.ts';

const holds = () => true;

export function useCommentChoices(): Choice<Comment>[] {
  const { t } = useTranslation();
  const inspects = useMay('allegations.read');
  const labels = useLabelOptions(inspects);
  return useMemo(() => {
    const day = (id: 'from' | 'to'): Choice<Comment> => ({
      id,
      label: t(`comments.${id}`),
      options: [],
      holds,
      control: (value, choose) => <DayField label={t(`comments.${id}`)} value={value} onChange={choose} />,
    });
    const flags = inspects ? ['allegation', 'personal'] : ['personal'];
    return [
      {
        id: 'agency',
        label: t('comments.agency'),
        options: [],
        holds,
        control: (value, choose) => (
          <AgencyFilter
            label={t('comments.agency')}
            value={value || null}
            onChange={(chosen) => choose(chosen ?? '')}
          />
        ),
      },
      {
        id: 'status',
        label: t('comments.status'),
        options: COMMENT_STATUSES.map((value) => ({ value, label: t(`comments.statuses.${value}`) })),
        holds,
      },
      { id: 'label', label: t('comments.label'), options: labels, holds },
      {
        id: 'flagged',
        label: t('comments.flagged'),
        options: flags.map((value) => ({ value, label: t(`comments.flags.${value}`) })),
        holds,
      },
      day('from'),
      day('to'),
    ];
  }, [t, labels, inspects]);
}
