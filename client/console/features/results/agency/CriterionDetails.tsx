// One criterion: how its answers spread over the levels, and the reasons that those who were not satisfied gave.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DONT_KNOW, reasonCode } from '#domain/questions.ts';
import type { CriterionView, Results } from '#domain/results.ts';
import { percentage } from '#domain/statistics.ts';
import { textIn } from '../../../format.ts';
import { useFormat, useLanguage } from '../../../i18n.ts';
import classes from './agency.module.css';
import { moodOf } from './levels.ts';

interface CriterionDetailsProps {
  criterion: CriterionView;
  questions: Results['questions'];
}

export function CriterionDetails({ criterion, questions }: CriterionDetailsProps) {
  const { t } = useTranslation();
  const reasons = questions.find(({ code }) => code === reasonCode(criterion.code));
  return (
    <div className={classes.details}>
      {criterion.options ? (
        <Levels criterion={criterion} options={criterion.options} />
      ) : (
        <Text size="sm">{t('agencyResults.levels.withheld')}</Text>
      )}
      {reasons && <Reasons reasons={reasons} />}
    </div>
  );
}

type Options = NonNullable<CriterionView['options']>;

function Levels({ criterion, options }: { criterion: CriterionView; options: Options }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const levels = options.filter(({ code }) => code !== DONT_KNOW);
  const unsure = options.find(({ code }) => code === DONT_KNOW);
  const valid = criterion.n ?? 0;
  return (
    <div>
      <div className={classes.stack} aria-hidden="true">
        {levels.map((level, at) => (
          <span
            key={level.code}
            className={classes.level}
            data-mood={moodOf(level.mood, at, levels.length)}
            style={{ width: `${percentage(level.n, valid) ?? 0}%` }}
          />
        ))}
      </div>
      <Shares
        caption={t('results.distribution', { criterion: textIn(criterion.title, language) })}
        what={t('results.level')}
        rows={levels.map((level, at) => ({
          ...level,
          share: percentage(level.n, valid),
          mood: moodOf(level.mood, at, levels.length),
        }))}
      />
      {unsure && unsure.n > 0 && (
        <Text size="sm" mt="xs">
          {t('agencyResults.levels.unsure', {
            level: textIn(unsure.text, language),
            n: format.count(unsure.n),
          })}
        </Text>
      )}
    </div>
  );
}

function Reasons({ reasons }: { reasons: Results['questions'][number] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const options = reasons.options?.filter(({ n }) => n > 0) ?? [];
  const all = options.reduce((sum, { n }) => sum + n, 0);
  return (
    <div>
      <Text fw={600} size="sm">
        {t('agencyResults.reasons.title')}
      </Text>
      {reasons.hidden && <Text size="sm">{t('agencyResults.reasons.withheld')}</Text>}
      {!reasons.hidden && all === 0 && <Text size="sm">{t('agencyResults.reasons.none')}</Text>}
      {all > 0 && (
        <Shares
          caption={textIn(reasons.text, language)}
          what={t('agencyResults.reasons.reason')}
          rows={options
            .toSorted((a, b) => b.n - a.n)
            .map((option) => ({ ...option, share: percentage(option.n, all) }))}
        />
      )}
    </div>
  );
}

interface Share {
  code: string;
  text: Record<string, string>;
  n: number;
  share: number | null;
  mood?: number;
}

function Shares({ caption, what, rows }: { caption: string; what: string; rows: Share[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  return (
    <table className={classes.shares}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">{t('results.count')}</th>
          <th scope="col">{t('results.share')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, text, n, share, mood }) => (
          <tr key={code}>
            <th scope="row">
              {mood !== undefined && <span className={classes.swatch} data-mood={mood} />}
              {textIn(text, language)}
            </th>
            <td>{format.count(n)}</td>
            <td>{share === null ? '–' : format.percent(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
