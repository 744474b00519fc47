// The agencies as a file; its titles are those that an import understands.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../list/selection.ts';
import { type Agency, useAgencies } from './queries.ts';

export function useAgencyColumns(): Column<Agency>[] {
  const { t } = useTranslation();
  const { data } = useAgencies();
  return useMemo(() => {
    const names = new Map(data?.map(({ id, name }) => [id, name]));
    const title = (column: string) => t(`agencies.columns.${column}`);
    return [
      { id: 'name', title: title('name'), value: ({ name }) => name },
      { id: 'nameEn', title: title('nameEn'), value: ({ nameEn }) => nameEn },
      { id: 'kind', title: title('kind'), value: ({ kind }) => t(`agencies.kinds.${kind}`) },
      { id: 'parent', title: title('parent'), value: ({ parentId }) => names.get(parentId ?? '') ?? null },
      { id: 'unitCode', title: title('unitCode'), value: ({ unitCode }) => unitCode },
      { id: 'agencyCode', title: title('agencyCode'), value: ({ agencyCode }) => agencyCode },
      {
        id: 'yearlyTransactions',
        title: title('yearlyTransactions'),
        value: ({ yearlyTransactions }) => yearlyTransactions,
      },
      { id: 'validFrom', title: title('validFrom'), value: ({ validFrom }) => validFrom },
      { id: 'validTo', title: title('validTo'), value: ({ validTo }) => validTo },
      { id: 'touchpoints', title: t('nav.touchpoints'), value: ({ touchpoints }) => touchpoints },
    ];
  }, [t, data]);
}
