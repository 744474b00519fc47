import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n.ts';

/** What the figures of a chart are of: `UBND phường … · 15/10/2026 – 14/11/2026 · 1.608 lượt trả lời`. */
export function useNote({
  agency,
  from,
  to,
  n,
}: {
  agency: { name: string };
  from: string;
  to: string;
  n: number;
}): string {
  const { t } = useTranslation();
  const format = useFormat();
  return [agency.name, format.range({ from, to }), t('results.responses', { n: format.count(n) })].join(
    ' · ',
  );
}
