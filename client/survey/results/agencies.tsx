// The agencies group by group, each ranked among its like; those without a rank come last.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { RANKING_GROUPS, type RankingGroup } from '#domain/agencies.ts';
import type { Standing } from '#domain/bands.ts';
import type { PublicResults } from '#domain/public-results.ts';
import { matches } from '#domain/search.ts';
import { resultsAddress } from './address.ts';
import { scaleStart } from './figure.tsx';
import { ResultsTable, Row, RowGroup, Scale } from './results-table.tsx';
import { useFigures } from './texts.ts';

type Agency = PublicResults['agencies'][number];

interface Props {
  results: PublicResults;
  /** What somebody looks for. */
  q: string;
  language: string;
}

/** Citizens come for their commune. */
const ORDER: RankingGroup[] = ['local', ...RANKING_GROUPS.filter((group) => group !== 'local')];

export function Agencies({ results: { agencies, period }, q, language }: Props) {
  const { t } = useTranslation('public');
  const found = q.trim() === '' ? agencies : agencies.filter(({ name }) => matches(name, q));
  const groups = ORDER.map((group) => ({
    group,
    rows: found.filter((row) => row.group === group).sort(byRank),
  }));
  const shown = groups.filter(({ rows }) => rows.length > 0);
  const start = scaleStart(agencies);
  return (
    <section aria-labelledby="agencies">
      <h2 id="agencies">{t('agencies.title')}</h2>
      <p>{t('agencies.rankHint')}</p>
      <form action="/results#agencies" className="choose">
        <input type="hidden" name="period" value={period} />
        {language !== 'vi' && <input type="hidden" name="lang" value={language} />}
        <label htmlFor="q">{t('agencies.search')}</label>
        <input id="q" name="q" type="search" defaultValue={q} maxLength={100} />
        <button type="submit">{t('agencies.find')}</button>
      </form>
      {q.trim() === '' ? (
        <nav aria-label={t('agencies.groups')} className="links">
          {shown.map(({ group, rows }) => (
            <a key={group} href={`#${group}`}>
              {t(`groups.${group}`)} ({rows.length})
            </a>
          ))}
        </nav>
      ) : (
        <p>
          {t('agencies.found', { n: found.length, q: q.trim() })}{' '}
          <a href={`${resultsAddress({ period }, language)}#agencies`}>{t('agencies.all')}</a>
        </p>
      )}
      {shown.length > 0 && <Scale start={start} />}
      {shown.map(({ group, rows }) => (
        <Group key={group} group={group} rows={rows} start={start} />
      ))}
    </section>
  );
}

const collator = new Intl.Collator('vi');

function byRank(a: Agency, b: Agency): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (a.rank ?? last) - (b.rank ?? last) || collator.compare(a.name, b.name);
}

function Group({ group, rows, start }: { group: RankingGroup; rows: Agency[]; start: number }) {
  const { t } = useTranslation('public');
  const title = t(`groups.${group}`);
  const titleOf = (band: number, members: Agency[]) =>
    band === 0 ? t('agencies.noBand') : t('agencies.band', { band, n: members[0]?.standing?.size });
  return (
    <>
      <h3 id={group}>{title}</h3>
      <ResultsTable label={title} names={[t('agencies.name'), t('agencies.n')]} ranked>
        {bandsOf(rows).map(([band, members]) => (
          <RowGroup key={band} title={titleOf(band, members)}>
            {members.map((row) => (
              <Row
                key={row.id}
                rank={<Rank {...row} />}
                name={row.name}
                language="vi"
                figure={row}
                start={start}
              >
                <Answers {...row} />
              </Row>
            ))}
          </RowGroup>
        ))}
      </ResultsTable>
    </>
  );
}

/** Rows that cannot be told from the first of them; those without a rank come last, in band 0. */
function bandsOf(rows: Agency[]): [band: number, rows: Agency[]][] {
  return [...Map.groupBy(rows, ({ standing }) => standing?.band ?? 0)];
}

function Rank({ rank, rankOf, tied, standing }: Pick<Agency, 'rank' | 'rankOf' | 'tied' | 'standing'>) {
  const { t } = useTranslation('public');
  if (rank === null) return <small>{t('agencies.noRank')}</small>;
  return (
    <>
      <span className="only-narrow">{t('agencies.rank')} </span>
      {t('agencies.place', { rank, of: rankOf })}
      {tied && <small>{t('agencies.tied')}</small>}
      {standing && <small>{openRanks(t, standing)}</small>}
    </>
  );
}

/** The ranks that the intervals leave open, in words. */
export function openRanks(t: TFunction<'public'>, { best, worst }: Standing): string {
  return best === worst ? t('agencies.certain', { best }) : t('agencies.open', { best, worst });
}

function Answers({ n, required }: Pick<Agency, 'n' | 'required'>) {
  const { t } = useTranslation('public');
  const { count } = useFigures();
  if (n === null) return null;
  return (
    <>
      {t('agencies.answers', { n: count(n) })}
      {required !== null && <small>{t('agencies.required', { required: count(required) })}</small>}
    </>
  );
}
