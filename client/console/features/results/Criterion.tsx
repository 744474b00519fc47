// One criterion: its rate, and how its answers spread over the levels of the scale.
import { useTranslation } from 'react-i18next';
import { DONT_KNOW } from '#domain/questions.ts';
import type { CriterionView } from '#domain/results.ts';
import { percentage } from '#domain/statistics.ts';
import { textIn } from '../../format.ts';
import { useFormat, useLanguage } from '../../i18n.ts';
import { Figure } from './Figure.tsx';
import classes from './results.module.css';

type Options = NonNullable<CriterionView['options']>;

export function Criterion({ criterion }: { criterion: CriterionView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const title = textIn(criterion.title, language);
  return (
    <li className={classes.criterion}>
      <div>
        <p className={classes.criterionTitle}>{title}</p>
        <Figure {...criterion} />
        {criterion.interval && criterion.n !== null && (
          <p className={classes.criterionFacts}>
            {t('results.interval', { interval: format.interval(criterion.interval) })}
            {' · '}
            {t('results.answers', { n: format.count(criterion.n) })}
          </p>
        )}
      </div>
      {criterion.options && (
        <Distribution title={title} options={criterion.options} valid={criterion.n ?? 0} />
      )}
    </li>
  );
}

interface DistributionProps {
  title: string;
  options: Options;
  /** Valid answers; "don't know" is not among them. */
  valid: number;
}

function Distribution({ title, options, valid }: DistributionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const levels = options.filter(({ code }) => code !== DONT_KNOW);
  return (
    <div>
      <div className={classes.stack} aria-hidden="true">
        {levels.map((option, index) => (
          <span
            key={option.code}
            className={classes.segment}
            data-mood={moodOf(option, index, levels.length)}
            style={{ width: `${percentage(option.n, valid) ?? 0}%` }}
          />
        ))}
      </div>
      <table className={classes.levels}>
        <caption>{t('results.distribution', { criterion: title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results.level')}</th>
            <th scope="col" className={classes.number}>
              {t('results.count')}
            </th>
            <th scope="col" className={classes.number}>
              {t('results.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {options.map((option, index) => {
            const share = option.code === DONT_KNOW ? null : percentage(option.n, valid);
            return (
              <tr key={option.code}>
                <th scope="row">
                  <span
                    className={classes.swatch}
                    data-mood={option.code === DONT_KNOW ? undefined : moodOf(option, index, levels.length)}
                  />
                  {textIn(option.text, language)}
                </th>
                <td>{format.count(option.n)}</td>
                <td>{share === null ? t('results.notCounted') : format.percent(share)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The colour and pattern of a level, 1 the unhappiest to 5; a scale that names none is spread over the five. */
function moodOf({ mood }: Options[number], index: number, levels: number): number {
  return mood ?? Math.round(1 + (4 * index) / Math.max(1, levels - 1));
}
