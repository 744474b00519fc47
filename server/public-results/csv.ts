// A published period as a table: the whole, its factors and its agencies, each row with where its figures come from.
import { BOM, csvLine } from '#domain/csv.ts';
import type { PublicResults } from '#domain/public-results.ts';

const COLUMNS = [
  'level',
  'code',
  'name',
  'kind',
  'group',
  'n',
  'required',
  'people',
  'rate',
  'low',
  'high',
  'withheld',
  'weak',
  'rank',
  'rank_of',
  'tied',
  'band',
  'band_size',
  'best_rank',
  'worst_rank',
  'period',
  'from',
  'to',
  'published_at',
  'questionnaire',
  'aggregation',
  'ledger_size',
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string | number | null>>;

export function toCsv(results: PublicResults): string {
  const { period, from, to, publishedAt, questionnaire, aggregation, ledger, overall } = results;
  const source = {
    period,
    from,
    to,
    published_at: publishedAt,
    questionnaire: questionnaire.id,
    aggregation,
    ledger_size: ledger.size,
  };
  const rows: Row[] = [
    { ...nodeRow('overall', overall), name: results.province, n: results.n, required: results.required },
    ...results.factors.map((factor) => nodeRow('factor', factor)),
    ...results.agencies.map(
      ({ id, name, kind, group, n, required, rank, rankOf, tied, standing, ...figure }) => ({
        level: 'agency',
        code: id,
        name,
        kind,
        group,
        n,
        required,
        ...figureCells(figure),
        rank,
        rank_of: rankOf,
        tied: Number(tied),
        band: standing?.band ?? null,
        band_size: standing?.size ?? null,
        best_rank: standing?.best ?? null,
        worst_rank: standing?.worst ?? null,
      }),
    ),
  ];
  const lines = rows.map((row) => {
    const cells: Row = { ...row, ...source };
    return csvLine(COLUMNS.map((column) => cells[column] ?? null));
  });
  return BOM + csvLine([...COLUMNS]) + lines.join('');
}

function nodeRow(level: string, { code, title, people, ...figure }: PublicResults['overall']): Row {
  return { level, code, name: title.vi ?? Object.values(title)[0] ?? '', people, ...figureCells(figure) };
}

function figureCells({
  rate,
  interval,
  hidden,
  weak,
}: Pick<PublicResults['overall'], 'rate' | 'interval' | 'hidden' | 'weak'>): Row {
  return {
    rate,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    withheld: Number(hidden),
    weak: Number(weak),
  };
}
