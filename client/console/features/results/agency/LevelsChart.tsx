// The levels of every criterion below the node that is looked at.
import { Paper } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionView, Results } from '#domain/results.ts';
import { Chart } from '../../../charts/Chart.tsx';
import { textIn } from '../../../format.ts';
import { useFormat, useLanguage } from '../../../i18n.ts';
import { byScale, levelsDrawing, levelsTable } from './levels.ts';
import { above, type FoundNode, findNode } from './nodes.ts';
import { useNote } from './use-note.ts';

/** Room for a name of three lines. */
const LINE = 52;

export function LevelsChart({ results, node }: { results: Results; node: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const found = useMemo(() => factorOf(results, node), [results, node]);
  const scales = useMemo(() => byScale(found.criteria), [found]);
  const title =
    found.path.length === 0
      ? t('agencyResults.levels.title')
      : t('agencyResults.levels.titleOf', { node: textIn(found.node.title, language) });
  return scales.map((criteria) => (
    <OneScale key={criteria[0]?.code} criteria={criteria} results={results} title={title} />
  ));
}

/** A criterion stands among those of its factor: alone it tells less, and the tree shows it by itself. */
function factorOf(results: Results, code: string): FoundNode {
  const found = findNode(results, code);
  return found.path.length === 3 ? findNode(results, above(found)) : found;
}

function OneScale({
  criteria,
  results,
  title,
}: {
  criteria: CriterionView[];
  results: Results;
  title: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const note = useNote(results);
  const words = useMemo(
    () => ({
      criterion: t('agencyResults.criterion'),
      valid: t('agencyResults.levels.valid'),
      unsure: (level: string) => t('agencyResults.levels.countOf', { level }),
      withheld: t('agencyResults.withheld'),
      format,
      language,
    }),
    [t, format, language],
  );
  const option = useMemo(() => levelsDrawing(criteria, words), [criteria, words]);
  const rated = criteria
    .filter(({ rate }) => rate !== null)
    .toSorted((a, b) => (a.rate ?? 0) - (b.rate ?? 0));
  const [lowest, highest] = [rated[0], rated.at(-1)];
  const told = (criterion: CriterionView | undefined) =>
    criterion?.rate === undefined || criterion.rate === null
      ? ''
      : `${textIn(criterion.title, language)} ${format.percent(criterion.rate)}`;
  return (
    <Paper withBorder p="lg">
      <Chart
        title={title}
        note={note}
        summary={
          rated.length === 0
            ? t('results.trend.nothing')
            : t('agencyResults.levels.summary', { lowest: told(lowest), highest: told(highest) })
        }
        option={option}
        table={levelsTable(criteria, words)}
        height={90 + LINE * criteria.length}
        empty={rated.length === 0}
        file="phan-bo-muc"
      />
    </Paper>
  );
}
